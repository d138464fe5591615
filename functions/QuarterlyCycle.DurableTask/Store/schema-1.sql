-- The task hub's file, schema 1. Never edited once released: a change is a new file, schema-2.sql.
-- Instants are ticks of UTC (100 ns since 1 January 0001). Statuses and kinds are the numbers of the enumerations in the code.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO meta (name, value) VALUES ('schema', 1), ('next_id', 1);

-- One row per orchestration. The execution changes when it continues as new or is started again under the same id.
CREATE TABLE instance (
    id               TEXT NOT NULL PRIMARY KEY,
    name             TEXT NOT NULL,
    version          TEXT NOT NULL,
    execution        INTEGER NOT NULL,
    status           INTEGER NOT NULL,
    parent           TEXT,
    parent_name      TEXT,
    parent_execution INTEGER,
    parent_task      INTEGER,
    custom_status    TEXT,
    input            TEXT,
    output           TEXT,
    failure          TEXT,
    tags             TEXT,
    created          INTEGER NOT NULL,
    updated          INTEGER NOT NULL,
    last_sequence    INTEGER NOT NULL
);

CREATE INDEX instance_by_parent ON instance (parent) WHERE parent IS NOT NULL;

-- What has happened to an execution, in order.
CREATE TABLE history (
    instance  TEXT NOT NULL,
    execution INTEGER NOT NULL,
    sequence  INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    task      INTEGER,
    name      TEXT,
    version   TEXT,
    other     TEXT,
    data      TEXT,
    detail    TEXT,
    fire_at   INTEGER,
    message   INTEGER,
    PRIMARY KEY (instance, execution, sequence)
) WITHOUT ROWID;

-- Messages that wait for an orchestration. visible_at: -1 goes before all others, 0 is ready, more is the instant at which a timer is due.
CREATE TABLE inbox (
    message    INTEGER NOT NULL PRIMARY KEY,
    instance   TEXT NOT NULL,
    execution  INTEGER NOT NULL,
    visible_at INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    task       INTEGER,
    name       TEXT,
    version    TEXT,
    other      TEXT,
    data       TEXT,
    detail     TEXT,
    fire_at    INTEGER
);

CREATE INDEX inbox_by_visible_at ON inbox (visible_at, message);

-- Activities that wait or run. The row goes when the orchestration has received the result.
CREATE TABLE task (
    id        INTEGER NOT NULL PRIMARY KEY,
    instance  TEXT NOT NULL,
    execution INTEGER NOT NULL,
    task      INTEGER NOT NULL,
    name      TEXT NOT NULL,
    version   TEXT NOT NULL,
    input     TEXT
);
