-- Which coding of each article incidents were made from.
CREATE TABLE joined (
    article VARCHAR PRIMARY KEY, -- Key of the article.
    coding INTEGER NOT NULL -- The coding.
);

-- By what near copies are found: MinHash bands and sampled shingles of the texts.
CREATE TABLE copy_keys (
    coding INTEGER NOT NULL, -- The coding.
    key UBIGINT NOT NULL -- The key; near copies share at least two.
);

-- By what articles on one matter are found: their weightiest names and words.
CREATE TABLE article_keys (
    coding INTEGER NOT NULL, -- The coding.
    key VARCHAR NOT NULL -- The name or word; articles that share two are compared.
);

-- By what tellings of one happening are found in articles on different matters: type, day and two parties, or a party and the place.
CREATE TABLE telling_keys (
    coding INTEGER NOT NULL, -- The coding.
    key VARCHAR NOT NULL -- The key; articles with tellings that share one are compared.
);

-- Near copies: pairs of articles of which one reprints the other, wholly or in part, or both a third. Verified by their words.
CREATE TABLE copies (
    a VARCHAR NOT NULL, -- Key of the one article.
    b VARCHAR NOT NULL, -- Key of the other.
    score DOUBLE NOT NULL, -- The larger of: share of all shingles in common, share of the shorter text's shingles in the longer.
    reasons VARCHAR[] NOT NULL -- What they have in common.
);

-- Pairs of articles that are alike.
CREATE TABLE article_links (
    a VARCHAR NOT NULL, -- Key of the one article.
    b VARCHAR NOT NULL, -- Key of the other.
    score DOUBLE NOT NULL, -- Their likeness, 0 to 1.
    reasons VARCHAR[] NOT NULL -- What they have in common.
);

-- Pairs of tellings that can be of one happening.
CREATE TABLE telling_links (
    a VARCHAR NOT NULL, -- Key of the one telling.
    b VARCHAR NOT NULL, -- Key of the other.
    score DOUBLE NOT NULL, -- The sum of what speaks for and against it (docs/incidents.md has the table of weights).
    reasons VARCHAR[] NOT NULL -- What does, the weightiest first.
);

-- Articles in groups: by what they are mainly about, and by the text that they reprint.
CREATE TABLE article_groups (
    article VARCHAR PRIMARY KEY, -- Key of the article.
    matter VARCHAR NOT NULL, -- Id of what it is mainly about.
    copy_group VARCHAR NOT NULL -- Id of the text that it prints; articles with the same are near copies.
);

-- Tellings: what one article tells of one happening, in one event or several.
CREATE TABLE told (
    telling VARCHAR PRIMARY KEY, -- Key of the telling: the article's, and where the first trigger stands.
    article VARCHAR NOT NULL, -- Key of the article.
    coding INTEGER NOT NULL, -- The coding.
    events VARCHAR[] NOT NULL, -- Ids of the events.
    incident VARCHAR -- Id of the incident.
);

-- Incidents: one happening each, as all its tellings together tell it.
CREATE TABLE incident_rows (
    incident VARCHAR PRIMARY KEY, -- Id of the incident: made from its earliest telling.
    type VARCHAR NOT NULL, -- PLOVER event type that most tellings give it.
    mode VARCHAR, -- PLOVER mode that most give it.
    status VARCHAR NOT NULL, -- Status as last told: occurred, ongoing, planned, proposed or denied.
    statuses VARCHAR[] NOT NULL, -- All statuses that tellings give it.
    first_seen DATE, -- Day of the first article that tells it.
    last_seen DATE, -- Day of the last one.
    day DATE, -- First day of the happening, as most tellings have it.
    day_end DATE, -- Last day of it.
    place VARCHAR, -- Where: as most tellings have it.
    place_country VARCHAR, -- Its country.
    actors VARCHAR[] NOT NULL, -- Ids of those who did it, those that most tellings name first.
    actor_names VARCHAR[] NOT NULL, -- Their names.
    recipients VARCHAR[] NOT NULL, -- Ids of those to whom it was done.
    recipient_names VARCHAR[] NOT NULL, -- Their names.
    words VARCHAR NOT NULL, -- The trigger of the first telling.
    tellings INTEGER NOT NULL, -- How many events tell it.
    reports INTEGER NOT NULL, -- In how many articles.
    sources INTEGER NOT NULL, -- How many independent voices: copies of one text are one, and so are all articles of one outlet.
    outlets VARCHAR[] NOT NULL, -- The outlets, where known.
    counts STRUCT("of" VARCHAR, least BIGINT, most BIGINT, words VARCHAR[])[] NOT NULL, -- Numbers told of it, from least to most.
    agreement DOUBLE, -- Share of status, day, place and numbers, as far as two tellings give them, on which all agree; NULL where none do.
    disagreements VARCHAR[] NOT NULL -- On what the tellings differ: status, day, place, or of whom a number was told.
);

-- What was decided by hand; applied on every run.
CREATE TABLE decisions (
    decision INTEGER PRIMARY KEY, -- Number; where decisions contradict each other, the highest holds.
    kind VARCHAR NOT NULL, -- join or split.
    made TIMESTAMP NOT NULL, -- When (UTC).
    note VARCHAR -- Why.
);

-- The tellings that decisions are about.
CREATE TABLE decision_sides (
    decision INTEGER NOT NULL, -- The decision.
    side VARCHAR NOT NULL, -- left or right: a split keeps each left one from each right one, a join puts all together.
    telling VARCHAR NOT NULL -- Key of the telling.
);
