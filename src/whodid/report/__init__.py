"""One self-contained HTML page that shows coded articles: no request to anywhere, and nothing in the text can run."""

from whodid.report.page import report_page

__all__ = ["report_page"]
