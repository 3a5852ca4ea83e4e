-- Which form of the store this file has.
CREATE TABLE about (
    schema INTEGER, -- Number of the last migration that was applied.
    views VARCHAR -- Hash of the views' definition; they are made anew when it differs.
);

-- What coded: one row for each combination of versions that was ever used here.
CREATE TABLE coders (
    coder INTEGER PRIMARY KEY, -- Number of the coder in this store, from 1.
    whodid VARCHAR NOT NULL, -- Version of whodid, with a hash of the program files that make records.
    knowledge VARCHAR NOT NULL, -- Hash of the data of knowledge, ontology, lexicon and steps, and of the user's own entries.
    parser VARCHAR NOT NULL, -- Name and version of the parser.
    models VARCHAR -- Hash of the trained weights; NULL where they are not used.
);

-- The runs that wrote into this store. Counts are kept batch by batch, so that they hold for a run that was killed.
CREATE TABLE runs (
    run INTEGER PRIMARY KEY, -- Number of the run, from 1.
    coder INTEGER NOT NULL, -- What coded.
    started TIMESTAMP NOT NULL, -- When it began (UTC).
    ended TIMESTAMP, -- When it ended (UTC); NULL while it goes on, or where it was killed.
    outcome VARCHAR, -- done, interrupted or failed; NULL while it goes on, or where it was killed.
    inputs VARCHAR[] NOT NULL, -- The files it was given.
    read INTEGER NOT NULL DEFAULT 0, -- Inputs read.
    coded INTEGER NOT NULL DEFAULT 0, -- Articles coded in this run.
    known INTEGER NOT NULL DEFAULT 0, -- Inputs that were here already.
    skipped INTEGER NOT NULL DEFAULT 0, -- Articles kept, but not coded.
    failed INTEGER NOT NULL DEFAULT 0 -- Inputs that could not be read or coded.
);

-- Every article once, by its content.
CREATE TABLE articles (
    article VARCHAR PRIMARY KEY, -- Key of the article: a hash of its text, title, date, source and address.
    id VARCHAR NOT NULL, -- The id under which it first came.
    source VARCHAR, -- The outlet.
    url VARCHAR, -- Address.
    title VARCHAR, -- Headline, where it was given apart.
    author VARCHAR, -- Who wrote it, where that is told.
    date DATE, -- Day of publication.
    language VARCHAR, -- ISO 639-1 code.
    excerpt BOOLEAN, -- Whether the text is only a feed's summary of the article; NULL where that is not told.
    text VARCHAR NOT NULL USING COMPRESSION zstd, -- The whole text, as it came.
    state VARCHAR NOT NULL, -- coded, skipped (kept, but not coded) or failed: what became of it last. An older coding stays current.
    code VARCHAR, -- Why it was skipped or failed, as a short stable name.
    message VARCHAR, -- The same in words.
    coding INTEGER, -- The current coding: that of the newest run; NULL where there is none.
    coder INTEGER, -- Who coded it last, skipped it or failed on it.
    run INTEGER NOT NULL -- The run in which it first came.
);

-- Where each article was seen: the same text may come in many files and under many ids.
CREATE TABLE sightings (
    article VARCHAR NOT NULL, -- Key of the article.
    origin VARCHAR NOT NULL, -- The file or address in which it came.
    id VARCHAR NOT NULL, -- The id under which it came there.
    run INTEGER NOT NULL -- The run that saw it there first.
);

-- Inputs that are no article: lines and files that could not be read.
CREATE TABLE unread (
    origin VARCHAR NOT NULL, -- The file or address; empty where only the message tells it.
    id VARCHAR, -- The id, as far as there is one.
    code VARCHAR NOT NULL, -- Why, as a short stable name.
    message VARCHAR NOT NULL, -- Where it stands, what is wrong, what would be right.
    run INTEGER NOT NULL -- The run that met it first.
);

-- One record for each article and coder. Older codings stay; the views show the current one of each article.
CREATE TABLE codings (
    coding INTEGER PRIMARY KEY, -- Number of the coding, from 1, in the order of coding.
    article VARCHAR NOT NULL, -- Key of the article.
    coder INTEGER NOT NULL, -- What coded it.
    run INTEGER NOT NULL, -- The run that did.
    record VARCHAR NOT NULL USING COMPRESSION zstd, -- The whole record as JSON, as `whodid code --format jsonl` writes it (docs/record.md).
    UNIQUE (article, coder)
);

-- Events of all codings, made from the records.
CREATE TABLE event_rows (
    coding INTEGER NOT NULL, -- The coding.
    event VARCHAR NOT NULL, -- Id of the event in its record: e1, e2 …
    position INTEGER NOT NULL, -- Its place in the record, from 1.
    type VARCHAR NOT NULL, -- PLOVER event type.
    mode VARCHAR, -- PLOVER mode.
    contexts VARCHAR[] NOT NULL, -- PLOVER contexts.
    cameo VARCHAR, -- CAMEO code.
    quad VARCHAR NOT NULL, -- Quad class.
    goldstein DOUBLE, -- Goldstein score, -10 to 10.
    intensity DOUBLE, -- PLOVER's own score, -10 to 10.
    status VARCHAR NOT NULL, -- occurred, ongoing, planned, proposed or denied.
    "symmetric" BOOLEAN NOT NULL, -- Whether the parties do it with each other.
    actors VARCHAR[] NOT NULL, -- Ids of those who did it.
    actor_names VARCHAR[] NOT NULL, -- Their names, in the same order.
    actor_countries VARCHAR[] NOT NULL, -- Their countries, in the same order; NULL where one has none.
    actor_sectors VARCHAR[] NOT NULL, -- Their sectors, in the same order; NULL where one has none.
    recipients VARCHAR[] NOT NULL, -- Ids of those to whom it was done.
    recipient_names VARCHAR[] NOT NULL, -- Their names, in the same order.
    recipient_countries VARCHAR[] NOT NULL, -- Their countries, in the same order; NULL where one has none.
    recipient_sectors VARCHAR[] NOT NULL, -- Their sectors, in the same order; NULL where one has none.
    date_start DATE, -- First day that the words can mean.
    date_end DATE, -- Last day that the words can mean.
    date_granularity VARCHAR, -- How exact the words are: day, week, month …
    date_text VARCHAR, -- The words; NULL where the day was inferred.
    place VARCHAR, -- Where: the place's own name.
    place_country VARCHAR, -- Its country, ISO 3166-1 alpha-3.
    lat DOUBLE, -- Latitude in degrees (WGS 84).
    lon DOUBLE, -- Longitude in degrees (WGS 84).
    geonames BIGINT, -- GeoNames id.
    place_kind VARCHAR, -- point, town, district, region, country or sea.
    place_precision INTEGER, -- How exact the place is, in UCDP's codes (1 to 7).
    attribution VARCHAR[] NOT NULL, -- Ids of the quotes that carry it.
    said_by VARCHAR[] NOT NULL, -- Who says so in these quotes: the actor's name, else the words.
    "trigger" VARCHAR NOT NULL, -- The words that tell it.
    trigger_start INTEGER NOT NULL, -- Offset of their first character in the text.
    trigger_end INTEGER NOT NULL, -- Offset after their last character.
    sentence VARCHAR NOT NULL USING COMPRESSION zstd, -- The sentence that tells it.
    sentence_start INTEGER NOT NULL, -- Offset of its first character.
    sentence_end INTEGER NOT NULL, -- Offset after its last character.
    counts STRUCT("of" VARCHAR, "value" BIGINT, "text" VARCHAR)[] NOT NULL, -- Numbers told of it: of whom, how many, in which words.
    same_as VARCHAR, -- Id of the event of the same record of which this is another telling.
    confidence DOUBLE NOT NULL, -- How sure the coder is, 0 to 1.
    flags VARCHAR[] NOT NULL -- What is doubtful or inferred.
);

-- Who takes part in the events of all codings: one row for each event and party.
CREATE TABLE party_rows (
    coding INTEGER NOT NULL, -- The coding.
    event VARCHAR NOT NULL, -- Id of the event in its record.
    role VARCHAR NOT NULL, -- actor or recipient.
    position INTEGER NOT NULL, -- Place in the event's list, from 1.
    actor VARCHAR NOT NULL, -- Id of the party: person:…, state:…, organization:… or group:….
    name VARCHAR NOT NULL, -- Its name.
    kind VARCHAR, -- person, state, organization or group.
    country VARCHAR, -- ISO 3166-1 alpha-3 on the article's day, or one of PLOVER's international codes.
    sector VARCHAR, -- PLOVER sector code.
    office VARCHAR -- Office held on the article's day.
);

-- The actors of all codings, each once a record.
CREATE TABLE actor_rows (
    coding INTEGER NOT NULL, -- The coding.
    actor VARCHAR NOT NULL, -- Id: person:…, state:…, organization:… or group:….
    name VARCHAR NOT NULL, -- Name.
    kind VARCHAR NOT NULL, -- person, state, organization or group.
    country VARCHAR, -- ISO 3166-1 alpha-3 on the article's day, or one of PLOVER's international codes.
    sector VARCHAR, -- PLOVER sector code.
    office VARCHAR, -- Office held on the article's day.
    wikidata VARCHAR, -- Wikidata item.
    mentions INTEGER NOT NULL, -- How often the text mentions it. Where it does stands in the record alone.
    flags VARCHAR[] NOT NULL -- What is doubtful about it.
);

-- The quotes of all codings.
CREATE TABLE quote_rows (
    coding INTEGER NOT NULL, -- The coding.
    quote VARCHAR NOT NULL, -- Id of the quote in its record: q1, q2 …
    position INTEGER NOT NULL, -- Its place in the record, from 1.
    kind VARCHAR NOT NULL, -- direct, indirect or mixed.
    content VARCHAR NOT NULL USING COMPRESSION zstd, -- What was said; parts that the text holds apart are joined by " … ".
    content_start INTEGER NOT NULL, -- Offset of its first character in the text.
    content_end INTEGER NOT NULL, -- Offset after its last character.
    cue VARCHAR, -- The words that mark the telling.
    speaker VARCHAR, -- Id of the speaker; NULL where it is not known.
    speaker_name VARCHAR, -- The speaker's name; the words where it is no known actor.
    speaker_country VARCHAR, -- The speaker's country.
    speaker_sector VARCHAR, -- The speaker's sector.
    speaker_words VARCHAR, -- The words for the speaker.
    addressee VARCHAR, -- Id of the one it was said to.
    addressee_name VARCHAR, -- The addressee's name, or the words.
    medium VARCHAR, -- Id of the one who relays it.
    medium_name VARCHAR -- The medium's name, or the words.
);

-- The time expressions of all codings.
CREATE TABLE time_rows (
    coding INTEGER NOT NULL, -- The coding.
    position INTEGER NOT NULL, -- Place in the record, from 1.
    words VARCHAR NOT NULL, -- The words.
    words_start INTEGER NOT NULL, -- Offset of their first character in the text.
    words_end INTEGER NOT NULL, -- Offset after their last character.
    type VARCHAR NOT NULL, -- TIMEX3 type.
    value VARCHAR, -- TIMEX3 value.
    mod VARCHAR -- TIMEX3 modifier.
);

-- The names of places of all codings.
CREATE TABLE place_rows (
    coding INTEGER NOT NULL, -- The coding.
    position INTEGER NOT NULL, -- Place in the record, from 1.
    words VARCHAR NOT NULL, -- The words.
    words_start INTEGER NOT NULL, -- Offset of their first character in the text.
    words_end INTEGER NOT NULL, -- Offset after their last character.
    name VARCHAR NOT NULL, -- The place's own name.
    country VARCHAR, -- ISO 3166-1 alpha-3.
    lat DOUBLE, -- Latitude in degrees (WGS 84).
    lon DOUBLE, -- Longitude in degrees (WGS 84).
    geonames BIGINT, -- GeoNames id.
    metonym BOOLEAN NOT NULL, -- Whether it stands for its government or people here.
    kind VARCHAR, -- point, town, district, region, country or sea.
    "precision" INTEGER -- How exact the place is, in UCDP's codes (1 to 7).
);

-- The standing facts of all codings.
CREATE TABLE relation_rows (
    coding INTEGER NOT NULL, -- The coding.
    position INTEGER NOT NULL, -- Place in the record, from 1.
    subject VARCHAR NOT NULL, -- Id of the actor of whom it is said.
    predicate VARCHAR NOT NULL, -- member_of, holds_office …
    object VARCHAR NOT NULL, -- Id of an actor, or plain words.
    valid_start VARCHAR, -- From when it holds, as told (ISO 8601, possibly cut).
    valid_end VARCHAR, -- Until when it holds, as told.
    sentence VARCHAR NOT NULL -- The sentence that says so.
);

-- The contradictions found in the texts, of all codings.
CREATE TABLE warning_rows (
    coding INTEGER NOT NULL, -- The coding.
    position INTEGER NOT NULL, -- Place in the record, from 1.
    code VARCHAR NOT NULL, -- A short stable name.
    message VARCHAR NOT NULL, -- What was found, in words.
    words_start INTEGER NOT NULL, -- Offset of the first character it is about.
    words_end INTEGER NOT NULL -- Offset after the last one.
);

-- Which incident each event tells. Written where incidents are made.
CREATE TABLE tellings (
    incident VARCHAR NOT NULL, -- Id of the incident.
    coding INTEGER NOT NULL, -- The coding that the event belongs to.
    event VARCHAR NOT NULL -- Id of the event in its record.
);
