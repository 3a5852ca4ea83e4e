"""Windows in which a page is looked at, in CSS pixels."""

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
