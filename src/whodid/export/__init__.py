"""The way out: events in the formats of other data sets, who did how much to whom, and the network of it."""
