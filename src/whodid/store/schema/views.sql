-- The events of the current codings: one row an event, with its article.
CREATE OR REPLACE VIEW events AS
SELECT
    a.article AS article, -- Key of the article.
    a.id AS article_id, -- The id under which the article first came.
    a.date AS article_date, -- Day of publication.
    a.source AS source, -- The outlet.
    a.url AS url, -- Address of the article.
    a.title AS title, -- Headline.
    a.author AS author, -- Who wrote the article.
    e.coding AS coding, -- The coding it belongs to.
    e.event AS event, -- Id of the event in its record: e1, e2 …
    t.incident AS incident, -- The incident it tells; NULL where incidents were not made.
    coalesce(e.date_start, a.date) AS day, -- The event's first day; where it has none, the article's.
    e.type AS type, -- PLOVER event type.
    e.mode AS mode, -- PLOVER mode.
    e.contexts AS contexts, -- PLOVER contexts.
    e.cameo AS cameo, -- CAMEO code.
    e.quad AS quad, -- Quad class.
    e.goldstein AS goldstein, -- Goldstein score, -10 to 10.
    e.intensity AS intensity, -- PLOVER's own score, -10 to 10.
    e.status AS status, -- occurred, ongoing, planned, proposed or denied.
    e."symmetric" AS "symmetric", -- Whether the parties do it with each other.
    e.actors AS actors, -- Ids of those who did it.
    e.actor_names AS actor_names, -- Their names, in the same order.
    e.actor_countries AS actor_countries, -- Their countries, in the same order.
    e.actor_sectors AS actor_sectors, -- Their sectors, in the same order.
    e.recipients AS recipients, -- Ids of those to whom it was done; empty for symmetric events.
    e.recipient_names AS recipient_names, -- Their names, in the same order.
    e.recipient_countries AS recipient_countries, -- Their countries, in the same order.
    e.recipient_sectors AS recipient_sectors, -- Their sectors, in the same order.
    e.date_start AS date_start, -- First day that the words can mean.
    e.date_end AS date_end, -- Last day that the words can mean.
    e.date_granularity AS date_granularity, -- How exact the words are: day, week, month …
    e.date_text AS date_text, -- The words; NULL where the day was inferred.
    e.place AS place, -- Where: the place's own name.
    e.place_country AS place_country, -- Its country, ISO 3166-1 alpha-3.
    e.lat AS lat, -- Latitude in degrees (WGS 84).
    e.lon AS lon, -- Longitude in degrees (WGS 84).
    e.geonames AS geonames, -- GeoNames id.
    e.place_kind AS place_kind, -- point, town, district, region, country or sea.
    e.place_precision AS place_precision, -- How exact the place is, in UCDP's codes (1 to 7).
    len(e.attribution) = 0 AND NOT list_contains(e.flags, 'alleged') AS asserted, -- Whether the article says it in its own voice.
    len(e.attribution) AS attributions, -- How many quotes carry it.
    e.attribution AS attribution, -- Ids of the quotes that carry it.
    e.said_by AS said_by, -- Who says so in these quotes.
    e."trigger" AS "trigger", -- The words that tell it.
    e.trigger_start AS trigger_start, -- Offset of their first character in the text.
    e.trigger_end AS trigger_end, -- Offset after their last character.
    e.sentence AS sentence, -- The sentence that tells it.
    e.sentence_start AS sentence_start, -- Offset of its first character.
    e.sentence_end AS sentence_end, -- Offset after its last character.
    e.counts AS counts, -- Numbers told of it: of whom, how many, in which words.
    e.same_as AS same_as, -- Id of the event of the same article of which this is another telling.
    e.confidence AS confidence, -- How sure the coder is, 0 to 1.
    e.flags AS flags -- What is doubtful or inferred.
FROM articles AS a
JOIN event_rows AS e ON e.coding = a.coding
LEFT JOIN tellings AS t ON t.coding = e.coding AND t.event = e.event;

-- Who did it to whom: one row for each pair of an actor and a recipient. The parties of a symmetric event stand in both orders.
CREATE OR REPLACE VIEW dyads AS
SELECT
    e.article AS article, -- Key of the article.
    e.article_id AS article_id, -- The id under which the article first came.
    e.article_date AS article_date, -- Day of publication.
    e.source AS source, -- The outlet.
    e.event AS event, -- Id of the event in its record.
    e.incident AS incident, -- The incident it tells.
    e.day AS day, -- The event's first day; where it has none, the article's.
    e.type AS type, -- PLOVER event type.
    e.mode AS mode, -- PLOVER mode.
    e.cameo AS cameo, -- CAMEO code.
    e.quad AS quad, -- Quad class.
    e.goldstein AS goldstein, -- Goldstein score, -10 to 10.
    e.intensity AS intensity, -- PLOVER's own score, -10 to 10.
    e.status AS status, -- occurred, ongoing, planned, proposed or denied.
    e.asserted AS asserted, -- Whether the article says it in its own voice.
    e."symmetric" AS "symmetric", -- Whether the parties do it with each other; the pair then stands here in both orders.
    p.actor AS actor, -- Id of the one who did it.
    p.name AS actor_name, -- Name.
    p.kind AS actor_kind, -- person, state, organization or group.
    p.country AS actor_country, -- Country.
    p.sector AS actor_sector, -- PLOVER sector code.
    r.actor AS recipient, -- Id of the one to whom it was done.
    r.name AS recipient_name, -- Name.
    r.kind AS recipient_kind, -- person, state, organization or group.
    r.country AS recipient_country, -- Country.
    r.sector AS recipient_sector, -- PLOVER sector code.
    e.place_country AS place_country, -- Country of the place.
    e.same_as AS same_as, -- Id of the event of the same article of which this is another telling.
    e.confidence AS confidence, -- How sure the coder is, 0 to 1.
    e.coding AS coding -- The coding it belongs to.
FROM events AS e
JOIN party_rows AS p ON p.coding = e.coding AND p.event = e.event AND p.role = 'actor'
JOIN party_rows AS r ON r.coding = e.coding AND r.event = e.event
    AND (r.role = 'recipient' OR (e."symmetric" AND r.role = 'actor' AND r.position <> p.position));

-- Who takes part in the events of the current codings.
CREATE OR REPLACE VIEW parties AS
SELECT
    a.article AS article, -- Key of the article.
    p.event AS event, -- Id of the event in its record.
    p.role AS role, -- actor or recipient.
    p.position AS position, -- Place in the event's list, from 1.
    p.actor AS actor, -- Id of the party.
    p.name AS name, -- Name.
    p.kind AS kind, -- person, state, organization or group.
    p.country AS country, -- ISO 3166-1 alpha-3 on the article's day, or one of PLOVER's international codes.
    p.sector AS sector, -- PLOVER sector code.
    p.office AS office, -- Office held on the article's day.
    p.coding AS coding -- The coding it belongs to.
FROM articles AS a
JOIN party_rows AS p ON p.coding = a.coding;

-- The actors of the current codings, each once an article.
CREATE OR REPLACE VIEW actors AS
SELECT
    a.article AS article, -- Key of the article.
    a.date AS article_date, -- Day of publication.
    r.actor AS actor, -- Id of the actor.
    r.name AS name, -- Name.
    r.kind AS kind, -- person, state, organization or group.
    r.country AS country, -- ISO 3166-1 alpha-3 on the article's day, or one of PLOVER's international codes.
    r.sector AS sector, -- PLOVER sector code.
    r.office AS office, -- Office held on the article's day.
    r.wikidata AS wikidata, -- Wikidata item.
    r.mentions AS mentions, -- How often the text mentions it.
    r.flags AS flags, -- What is doubtful about it.
    r.coding AS coding -- The coding it belongs to.
FROM articles AS a
JOIN actor_rows AS r ON r.coding = a.coding;

-- The quotes of the current codings, with their articles.
CREATE OR REPLACE VIEW quotes AS
SELECT
    a.article AS article, -- Key of the article.
    a.id AS article_id, -- The id under which the article first came.
    a.date AS article_date, -- Day of publication.
    a.source AS source, -- The outlet.
    q.quote AS quote, -- Id of the quote in its record: q1, q2 …
    q.kind AS kind, -- direct, indirect or mixed.
    q.speaker AS speaker, -- Id of the speaker; NULL where it is not known.
    q.speaker_name AS speaker_name, -- The speaker's name; the words where it is no known actor.
    q.speaker_country AS speaker_country, -- The speaker's country.
    q.speaker_sector AS speaker_sector, -- The speaker's sector.
    q.speaker_words AS speaker_words, -- The words for the speaker.
    q.cue AS cue, -- The words that mark the telling.
    q.content AS content, -- What was said; parts that the text holds apart are joined by " … ".
    q.content_start AS content_start, -- Offset of its first character in the text.
    q.content_end AS content_end, -- Offset after its last character.
    q.addressee AS addressee, -- Id of the one it was said to.
    q.addressee_name AS addressee_name, -- The addressee's name, or the words.
    q.medium AS medium, -- Id of the one who relays it.
    q.medium_name AS medium_name, -- The medium's name, or the words.
    q.coding AS coding -- The coding it belongs to.
FROM articles AS a
JOIN quote_rows AS q ON q.coding = a.coding;

-- The time expressions of the current codings.
CREATE OR REPLACE VIEW times AS
SELECT
    a.article AS article, -- Key of the article.
    t.words AS words, -- The words.
    t.words_start AS words_start, -- Offset of their first character in the text.
    t.words_end AS words_end, -- Offset after their last character.
    t.type AS type, -- TIMEX3 type.
    t.value AS value, -- TIMEX3 value.
    t.mod AS mod, -- TIMEX3 modifier.
    t.coding AS coding -- The coding it belongs to.
FROM articles AS a
JOIN time_rows AS t ON t.coding = a.coding;

-- The names of places of the current codings.
CREATE OR REPLACE VIEW places AS
SELECT
    a.article AS article, -- Key of the article.
    p.words AS words, -- The words.
    p.words_start AS words_start, -- Offset of their first character in the text.
    p.words_end AS words_end, -- Offset after their last character.
    p.name AS name, -- The place's own name.
    p.country AS country, -- ISO 3166-1 alpha-3.
    p.lat AS lat, -- Latitude in degrees (WGS 84).
    p.lon AS lon, -- Longitude in degrees (WGS 84).
    p.geonames AS geonames, -- GeoNames id.
    p.metonym AS metonym, -- Whether it stands for its government or people here.
    p.kind AS kind, -- point, town, district, region, country or sea.
    p."precision" AS "precision", -- How exact the place is, in UCDP's codes (1 to 7).
    p.coding AS coding -- The coding it belongs to.
FROM articles AS a
JOIN place_rows AS p ON p.coding = a.coding;

-- The standing facts of the current codings.
CREATE OR REPLACE VIEW relations AS
SELECT
    a.article AS article, -- Key of the article.
    a.date AS article_date, -- Day of publication.
    r.subject AS subject, -- Id of the actor of whom it is said.
    r.predicate AS predicate, -- member_of, holds_office …
    r.object AS object, -- Id of an actor, or plain words.
    r.valid_start AS valid_start, -- From when it holds, as told (ISO 8601, possibly cut).
    r.valid_end AS valid_end, -- Until when it holds, as told.
    r.sentence AS sentence, -- The sentence that says so.
    r.coding AS coding -- The coding it belongs to.
FROM articles AS a
JOIN relation_rows AS r ON r.coding = a.coding;

-- The contradictions found in the texts, of the current codings.
CREATE OR REPLACE VIEW warnings AS
SELECT
    a.article AS article, -- Key of the article.
    w.code AS code, -- A short stable name.
    w.message AS message, -- What was found, in words.
    w.words_start AS words_start, -- Offset of the first character it is about.
    w.words_end AS words_end, -- Offset after the last one.
    w.coding AS coding -- The coding it belongs to.
FROM articles AS a
JOIN warning_rows AS w ON w.coding = a.coding;

-- What was not coded, and why: articles that were skipped or failed, and inputs that are no article.
CREATE OR REPLACE VIEW failures AS
SELECT
    a.article AS article, -- Key of the article; NULL where the input is none.
    a.id AS id, -- The id under which it came.
    (SELECT min(s.origin) FROM sightings AS s WHERE s.article = a.article) AS origin, -- The file or address in which it came.
    a.state AS state, -- skipped (kept, but not coded) or failed.
    a.code AS code, -- Why, as a short stable name.
    a.message AS message, -- The same in words.
    a.run AS run -- The run in which it first came.
FROM articles AS a
WHERE a.state <> 'coded'
UNION ALL
SELECT NULL, u.id, nullif(u.origin, ''), 'failed', u.code, u.message, u.run FROM unread AS u;

-- The incidents: one happening, told by any number of articles.
CREATE OR REPLACE VIEW incidents AS
SELECT
    i.incident AS incident, -- Id of the incident: made from its earliest telling.
    i.type AS type, -- PLOVER event type that most tellings give it.
    i.mode AS mode, -- PLOVER mode that most give it.
    i.status AS status, -- Status that most tellings give it, where some say it happened; else planned or proposed.
    i.statuses AS statuses, -- All statuses that tellings give it.
    i.first_seen AS first_seen, -- Day of the first article that tells it.
    i.last_seen AS last_seen, -- Day of the last one.
    i.day AS day, -- First day of the happening, as most tellings have it.
    i.day_end AS day_end, -- Last day of it.
    i.place AS place, -- Where: as most tellings have it.
    i.place_country AS place_country, -- Its country.
    i.actors AS actors, -- Ids of those who did it, those that most tellings name first.
    i.actor_names AS actor_names, -- Their names, in the same order.
    i.recipients AS recipients, -- Ids of those to whom it was done.
    i.recipient_names AS recipient_names, -- Their names, in the same order.
    i.words AS words, -- The trigger of the earliest telling.
    i.tellings AS tellings, -- How many events tell it.
    i.reports AS reports, -- In how many articles.
    i.sources AS sources, -- Independent voices among these: copies of one text are one, and all articles of one outlet are one.
    i.outlets AS outlets, -- The outlets, where known.
    i.counts AS counts, -- Numbers told of it: of whom, the least and the most, in which words.
    i.agreement AS agreement, -- Share of status, day, place and numbers, as far as several tellings give them, on which all agree.
    i.disagreements AS disagreements -- On what the tellings differ.
FROM incident_rows AS i;

-- What articles are mainly about: one row for each matter, with all articles that are about it.
CREATE OR REPLACE VIEW matters AS
SELECT
    g.matter AS matter, -- Id of the matter.
    count(*) AS articles, -- How many articles are about it.
    count(DISTINCT g.copy_group) AS texts, -- How many texts these are: near copies are one.
    min(a.date) AS first_seen, -- Day of the first article.
    max(a.date) AS last_seen, -- Day of the last one.
    list(g.article ORDER BY a.date, g.article) AS members, -- Keys of the articles.
    list(a.id ORDER BY a.date, g.article) AS ids -- Their ids, in the same order.
FROM article_groups AS g
JOIN articles AS a USING (article)
GROUP BY g.matter;
