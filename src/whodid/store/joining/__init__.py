"""Joining, part by part: what is prepared of each article, which pairs are compared, how groups are made anew."""
