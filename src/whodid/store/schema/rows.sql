-- Rows from records: those of the codings from number $first to number $last. Each INSERT stands alone, so that a table can be made again.

CREATE OR REPLACE TEMP TABLE fresh AS
SELECT coding, r.*,
    MAP(list_transform(r.actors, lambda a: a.id), r.actors) AS known
FROM (
    SELECT coding, from_json(record, '{
        "text": "VARCHAR",
        "actors": [{"id": "VARCHAR", "name": "VARCHAR", "kind": "VARCHAR", "country": "VARCHAR", "sector": "VARCHAR", "office": "VARCHAR",
            "wikidata": "VARCHAR", "flags": ["VARCHAR"]}],
        "mentions": [{"actor": "VARCHAR"}],
        "events": [{"id": "VARCHAR", "type": "VARCHAR", "mode": "VARCHAR", "contexts": ["VARCHAR"], "cameo": "VARCHAR", "quad": "VARCHAR",
            "goldstein": "DOUBLE", "intensity": "DOUBLE", "status": "VARCHAR", "symmetric": "BOOLEAN",
            "actors": ["VARCHAR"], "recipients": ["VARCHAR"],
            "date": {"start": "VARCHAR", "end": "VARCHAR", "granularity": "VARCHAR", "text": "VARCHAR"},
            "place": {"name": "VARCHAR", "country": "VARCHAR", "lat": "DOUBLE", "lon": "DOUBLE", "geonames": "BIGINT", "kind": "VARCHAR",
                "precision": "INTEGER"},
            "attribution": ["VARCHAR"], "trigger": {"start": "INTEGER", "end": "INTEGER", "text": "VARCHAR"},
            "evidence": {"start": "INTEGER", "end": "INTEGER"},
            "counts": [{"of": "VARCHAR", "value": "BIGINT", "text": "VARCHAR"}],
            "same_as": "VARCHAR", "confidence": "DOUBLE", "flags": ["VARCHAR"]}],
        "quotes": [{"id": "VARCHAR", "kind": "VARCHAR", "cue": {"text": "VARCHAR"},
            "content": [{"start": "INTEGER", "end": "INTEGER", "text": "VARCHAR"}],
            "speaker": {"text": "VARCHAR", "actor": "VARCHAR"}, "addressee": {"text": "VARCHAR", "actor": "VARCHAR"},
            "medium": {"text": "VARCHAR", "actor": "VARCHAR"}}],
        "times": [{"start": "INTEGER", "end": "INTEGER", "text": "VARCHAR", "type": "VARCHAR", "value": "VARCHAR", "mod": "VARCHAR"}],
        "places": [{"start": "INTEGER", "end": "INTEGER", "text": "VARCHAR", "name": "VARCHAR", "country": "VARCHAR", "lat": "DOUBLE",
            "lon": "DOUBLE", "geonames": "BIGINT", "metonym": "BOOLEAN", "kind": "VARCHAR", "precision": "INTEGER"}],
        "relations": [{"subject": "VARCHAR", "predicate": "VARCHAR", "object": "VARCHAR", "evidence": {"start": "INTEGER", "end": "INTEGER"},
            "valid": {"start": "VARCHAR", "end": "VARCHAR"}}],
        "warnings": [{"code": "VARCHAR", "message": "VARCHAR", "start": "INTEGER", "end": "INTEGER"}]}') AS r
    FROM codings
    WHERE coding BETWEEN $first AND $last
);

-- A day that is cut (2022-02) stands for all its days.
CREATE OR REPLACE TEMP MACRO first_day(day) AS
    TRY_CAST(CASE length(day) WHEN 4 THEN day || '-01-01' WHEN 7 THEN day || '-01' ELSE left(day, 10) END AS DATE);
CREATE OR REPLACE TEMP MACRO last_day_of(day) AS
    TRY_CAST(CASE length(day) WHEN 4 THEN day || '-12-31' WHEN 7 THEN last_day(first_day(day))::VARCHAR ELSE left(day, 10) END AS DATE);
CREATE OR REPLACE TEMP MACRO words(text, extent) AS substring(text, extent."start" + 1, extent."end" - extent."start");
CREATE OR REPLACE TEMP MACRO called(known, party) AS coalesce(known[party.actor].name, party.text);
CREATE OR REPLACE TEMP MACRO sayer(known, quote) AS CASE
    WHEN quote.speaker IS NOT NULL AND quote.medium IS NOT NULL THEN called(known, quote.speaker) || ', via ' || called(known, quote.medium)
    ELSE coalesce(called(known, quote.speaker), called(known, quote.medium), 'unnamed') END;
CREATE OR REPLACE TEMP MACRO each_once(items) AS list_filter(items, lambda item, place: list_position(items, item) = place);

INSERT INTO event_rows BY NAME
SELECT
    coding, e.id AS event, position, e.type, e.mode, coalesce(e.contexts, []) AS contexts, e.cameo, e.quad, e.goldstein, e.intensity, e.status,
    coalesce(e."symmetric", false) AS "symmetric",
    coalesce(e.actors, []) AS actors,
    list_transform(coalesce(e.actors, []), lambda a: coalesce(known[a].name, a)) AS actor_names,
    list_transform(coalesce(e.actors, []), lambda a: known[a].country) AS actor_countries,
    list_transform(coalesce(e.actors, []), lambda a: known[a].sector) AS actor_sectors,
    coalesce(e.recipients, []) AS recipients,
    list_transform(coalesce(e.recipients, []), lambda a: coalesce(known[a].name, a)) AS recipient_names,
    list_transform(coalesce(e.recipients, []), lambda a: known[a].country) AS recipient_countries,
    list_transform(coalesce(e.recipients, []), lambda a: known[a].sector) AS recipient_sectors,
    first_day(e.date."start") AS date_start, last_day_of(e.date."end") AS date_end, e.date.granularity AS date_granularity,
    e.date.text AS date_text,
    e.place.name AS place, e.place.country AS place_country, e.place.lat, e.place.lon, e.place.geonames, e.place.kind AS place_kind,
    e.place.precision AS place_precision,
    coalesce(e.attribution, []) AS attribution,
    each_once(list_transform(list_filter(coalesce(quotes, []), lambda q: list_contains(e.attribution, q.id)), lambda q: sayer(known, q)))
        AS said_by,
    e."trigger".text AS "trigger", e."trigger"."start" AS trigger_start, e."trigger"."end" AS trigger_end,
    words(text, e.evidence) AS sentence, e.evidence."start" AS sentence_start, e.evidence."end" AS sentence_end,
    coalesce(e.counts, []) AS counts, e.same_as, e.confidence, coalesce(e.flags, []) AS flags
FROM (SELECT coding, text, known, quotes, unnest(events) AS e, generate_subscripts(events, 1) AS position FROM fresh)
ORDER BY coding, position;

INSERT INTO party_rows BY NAME
SELECT coding, event, role, position, actor, coalesce(who.name, actor) AS name, who.kind, who.country, who.sector, who.office
FROM (
    SELECT coding, event, "order", role, actor, position, known[actor] AS who
    FROM (
        SELECT coding, e.id AS event, "order", 'actor' AS role, known, unnest(e.actors) AS actor, generate_subscripts(e.actors, 1) AS position
        FROM (SELECT coding, known, unnest(events) AS e, generate_subscripts(events, 1) AS "order" FROM fresh)
        UNION ALL
        SELECT coding, e.id, "order", 'recipient', known, unnest(e.recipients), generate_subscripts(e.recipients, 1)
        FROM (SELECT coding, known, unnest(events) AS e, generate_subscripts(events, 1) AS "order" FROM fresh)
    )
)
ORDER BY coding, "order", role, position;

INSERT INTO actor_rows BY NAME
SELECT coding, a.id AS actor, a.name, a.kind, a.country, a.sector, a.office, a.wikidata,
    len(list_filter(coalesce(mentions, []), lambda m: m.actor = a.id)) AS mentions, coalesce(a.flags, []) AS flags
FROM (SELECT coding, mentions, unnest(actors) AS a, generate_subscripts(actors, 1) AS "order" FROM fresh)
ORDER BY coding, "order";

INSERT INTO quote_rows BY NAME
SELECT
    coding, q.id AS quote, position, q.kind,
    array_to_string(list_transform(q.content, lambda c: c.text), ' … ') AS content,
    q.content[1]."start" AS content_start, q.content[-1]."end" AS content_end, q.cue.text AS cue,
    q.speaker.actor AS speaker, called(known, q.speaker) AS speaker_name, known[q.speaker.actor].country AS speaker_country,
    known[q.speaker.actor].sector AS speaker_sector, q.speaker.text AS speaker_words,
    q.addressee.actor AS addressee, called(known, q.addressee) AS addressee_name,
    q.medium.actor AS medium, called(known, q.medium) AS medium_name
FROM (SELECT coding, known, unnest(quotes) AS q, generate_subscripts(quotes, 1) AS position FROM fresh)
ORDER BY coding, position;

INSERT INTO time_rows BY NAME
SELECT coding, position, t.text AS words, t."start" AS words_start, t."end" AS words_end, t.type, t.value, t.mod
FROM (SELECT coding, unnest(times) AS t, generate_subscripts(times, 1) AS position FROM fresh)
ORDER BY coding, position;

INSERT INTO place_rows BY NAME
SELECT coding, position, p.text AS words, p."start" AS words_start, p."end" AS words_end, p.name, p.country, p.lat, p.lon, p.geonames,
    coalesce(p.metonym, false) AS metonym, p.kind, p.precision
FROM (SELECT coding, unnest(places) AS p, generate_subscripts(places, 1) AS position FROM fresh)
ORDER BY coding, position;

INSERT INTO relation_rows BY NAME
SELECT coding, position, r.subject, r.predicate, r.object, r.valid."start" AS valid_start, r.valid."end" AS valid_end,
    words(text, r.evidence) AS sentence
FROM (SELECT coding, text, unnest(relations) AS r, generate_subscripts(relations, 1) AS position FROM fresh)
ORDER BY coding, position;

INSERT INTO warning_rows BY NAME
SELECT coding, position, w.code, w.message, w."start" AS words_start, w."end" AS words_end
FROM (SELECT coding, unnest(warnings) AS w, generate_subscripts(warnings, 1) AS position FROM fresh)
ORDER BY coding, position;

DROP TABLE fresh;
