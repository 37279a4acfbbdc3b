-- Version 1. Statements are separated by empty lines. Times are UTC ISO text with milliseconds: text order is time order.

CREATE TABLE runs (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  external_execution_id TEXT,
  task_name TEXT NOT NULL DEFAULT '',
  replica_index INTEGER NOT NULL DEFAULT 0,
  status VARCHAR(20) NOT NULL,
  end_reason VARCHAR(20),
  exit_code INTEGER NOT NULL DEFAULT 0,
  is_failure INTEGER NOT NULL DEFAULT 0,
  triggered_by VARCHAR(20) NOT NULL,
  created_at DATETIME NOT NULL,
  scheduled_at DATETIME,
  start_at DATETIME,
  end_at DATETIME,
  duration_ms INTEGER,
  retry_attempt INTEGER NOT NULL DEFAULT 0,
  retry_of_run_id TEXT,
  next_retry_at DATETIME,
  message TEXT,
  params_json TEXT,
  log_file TEXT,
  pid INTEGER,
  process_start_ticks INTEGER,
  process_boot_id TEXT,
  process_session INTEGER,
  pipe_inodes TEXT,
  stop_cause VARCHAR(20),
  stop_grace_ms INTEGER,
  stop_signal VARCHAR(20),
  peak_memory_bytes INTEGER,
  cpu_time_ms INTEGER,
  deleted_at DATETIME,
  outcome TEXT GENERATED ALWAYS AS (coalesce(end_reason, status)) VIRTUAL,
  begun_at TEXT GENERATED ALWAYS AS (coalesce(start_at, created_at)) VIRTUAL,
  length_ms INTEGER GENERATED ALWAYS AS (coalesce(duration_ms, 0)) VIRTUAL,
  retried INTEGER GENERATED ALWAYS AS (retry_attempt > 0) VIRTUAL,
  created_day INTEGER GENERATED ALWAYS AS (unixepoch(substr(created_at, 1, 10)) / 86400) VIRTUAL,
  length_band INTEGER GENERATED ALWAYS AS (CASE
    WHEN coalesce(duration_ms, 0) < 10 THEN max(0, coalesce(duration_ms, 0))
    WHEN duration_ms < 100 THEN duration_ms / 10 * 10
    WHEN duration_ms < 1000 THEN duration_ms / 100 * 100
    WHEN duration_ms < 10000 THEN duration_ms / 1000 * 1000
    WHEN duration_ms < 100000 THEN duration_ms / 10000 * 10000
    WHEN duration_ms < 1000000 THEN duration_ms / 100000 * 100000
    WHEN duration_ms < 10000000 THEN duration_ms / 1000000 * 1000000
    ELSE 10000000 END) VIRTUAL
)

-- One index for each sort over all, and those that a page is cheaper in. seq, which grows like the id, decides between equals;
-- what follows it lets the other filters and a search be checked without a look at the row.
CREATE INDEX runs_all_created ON runs (created_at, seq, id, task_name, outcome, triggered_by, exit_code, retried, length_ms) WHERE deleted_at IS NULL

CREATE INDEX runs_all_begun ON runs (begun_at, seq, id, task_name, created_at, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_all_length ON runs (length_ms, seq, id, task_name, created_at, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_task_created ON runs (task_name, created_at, seq, id, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_task_length ON runs (task_name, length_ms, seq, created_at, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_outcome_created ON runs (outcome, created_at, seq, id, task_name, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_exit_created ON runs (exit_code, created_at, seq, id, task_name, outcome, triggered_by, retried) WHERE deleted_at IS NULL

-- The few that did not begin on the day of their creation: what a count of days by creation lacks to be one by start.
CREATE INDEX runs_moved ON runs (created_at, begun_at, task_name, outcome, triggered_by, exit_code, retried)
  WHERE deleted_at IS NULL AND substr(begun_at, 1, 10) <> substr(created_at, 1, 10)

-- Few rows of many: found by their cell of run_counts.
CREATE INDEX runs_cell ON runs (task_name, outcome, triggered_by, exit_code, retried, created_at, length_ms) WHERE deleted_at IS NULL

CREATE INDEX runs_active ON runs (created_at) WHERE end_reason IS NULL

CREATE INDEX runs_retry_due ON runs (next_retry_at) WHERE next_retry_at IS NOT NULL

CREATE INDEX runs_failure_end ON runs (end_at)
  WHERE end_reason IN ('failed', 'crashed', 'timeout', 'log_overflow') AND deleted_at IS NULL

CREATE INDEX runs_deleted ON runs (deleted_at) WHERE deleted_at IS NOT NULL

CREATE INDEX runs_external ON runs (external_execution_id) WHERE external_execution_id IS NOT NULL

-- How many runs there are of each sort of run: totals come from here, not from counting rows. A cell keeps its number.
CREATE TABLE run_counts (
  cell INTEGER PRIMARY KEY,
  task_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  triggered_by TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  retried INTEGER NOT NULL,
  n INTEGER NOT NULL,
  UNIQUE (task_name, outcome, triggered_by, exit_code, retried)
)

-- The same for each day of creation (UTC, counted from 1970): totals between two instants, and where in the order of creation
-- or of start a page begins.
CREATE TABLE run_days (
  day INTEGER NOT NULL,
  cell INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, cell)
) WITHOUT ROWID

-- The same for each band of durations, nine to a power of ten: where in the order of duration a page begins.
CREATE TABLE run_lengths (
  band INTEGER NOT NULL,
  cell INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (band, cell)
) WITHOUT ROWID

-- For lists by duration that are limited to a time: both together, but of a sort of run only its outcome and its trigger.
CREATE TABLE run_spans (
  band INTEGER NOT NULL,
  day INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  triggered_by TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (band, day, outcome, triggered_by)
) WITHOUT ROWID

CREATE TRIGGER runs_counted AFTER INSERT ON runs WHEN new.deleted_at IS NULL BEGIN
  INSERT INTO run_counts (task_name, outcome, triggered_by, exit_code, retried, n)
    VALUES (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, 1)
    ON CONFLICT (task_name, outcome, triggered_by, exit_code, retried) DO UPDATE SET n = n + 1;
  INSERT INTO run_days SELECT new.created_day, cell, 1 FROM run_counts
    WHERE task_name = new.task_name AND outcome = new.outcome AND triggered_by = new.triggered_by AND exit_code = new.exit_code AND retried = new.retried
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_lengths SELECT new.length_band, cell, 1 FROM run_counts
    WHERE task_name = new.task_name AND outcome = new.outcome AND triggered_by = new.triggered_by AND exit_code = new.exit_code AND retried = new.retried
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_spans VALUES (new.length_band, new.created_day, new.outcome, new.triggered_by, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END

CREATE TRIGGER runs_uncounted AFTER DELETE ON runs WHEN old.deleted_at IS NULL BEGIN
  UPDATE run_counts SET n = n - 1
    WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  UPDATE run_days SET n = n - 1 WHERE day = old.created_day AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  DELETE FROM run_days WHERE n = 0 AND day = old.created_day AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_lengths SET n = n - 1 WHERE band = old.length_band AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  DELETE FROM run_lengths WHERE n = 0 AND band = old.length_band AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_spans SET n = n - 1 WHERE band = old.length_band AND day = old.created_day AND outcome = old.outcome AND triggered_by = old.triggered_by;
  DELETE FROM run_spans WHERE n = 0 AND band = old.length_band AND day = old.created_day AND outcome = old.outcome AND triggered_by = old.triggered_by;
END

CREATE TRIGGER runs_left AFTER UPDATE ON runs
  WHEN old.deleted_at IS NULL AND (new.deleted_at IS NOT NULL OR (old.task_name, old.outcome, old.triggered_by, old.exit_code, old.retried, old.length_band, old.created_day) IS NOT (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, new.length_band, new.created_day)) BEGIN
  UPDATE run_counts SET n = n - 1
    WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  UPDATE run_days SET n = n - 1 WHERE day = old.created_day AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  DELETE FROM run_days WHERE n = 0 AND day = old.created_day AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_lengths SET n = n - 1 WHERE band = old.length_band AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  DELETE FROM run_lengths WHERE n = 0 AND band = old.length_band AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_spans SET n = n - 1 WHERE band = old.length_band AND day = old.created_day AND outcome = old.outcome AND triggered_by = old.triggered_by;
  DELETE FROM run_spans WHERE n = 0 AND band = old.length_band AND day = old.created_day AND outcome = old.outcome AND triggered_by = old.triggered_by;
END

CREATE TRIGGER runs_arrived AFTER UPDATE ON runs
  WHEN new.deleted_at IS NULL AND (old.deleted_at IS NOT NULL OR (old.task_name, old.outcome, old.triggered_by, old.exit_code, old.retried, old.length_band, old.created_day) IS NOT (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, new.length_band, new.created_day)) BEGIN
  INSERT INTO run_counts (task_name, outcome, triggered_by, exit_code, retried, n)
    VALUES (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, 1)
    ON CONFLICT (task_name, outcome, triggered_by, exit_code, retried) DO UPDATE SET n = n + 1;
  INSERT INTO run_days SELECT new.created_day, cell, 1 FROM run_counts
    WHERE task_name = new.task_name AND outcome = new.outcome AND triggered_by = new.triggered_by AND exit_code = new.exit_code AND retried = new.retried
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_lengths SELECT new.length_band, cell, 1 FROM run_counts
    WHERE task_name = new.task_name AND outcome = new.outcome AND triggered_by = new.triggered_by AND exit_code = new.exit_code AND retried = new.retried
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_spans VALUES (new.length_band, new.created_day, new.outcome, new.triggered_by, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END

CREATE TABLE task_registrations (
  task_name TEXT PRIMARY KEY NOT NULL,
  first_seen_at DATETIME NOT NULL,
  last_run_at DATETIME,
  paused_at DATETIME,
  resumed_at DATETIME,
  boot_id TEXT
)

CREATE TABLE schedule_watermarks (
  task_name TEXT PRIMARY KEY NOT NULL,
  at DATETIME NOT NULL,
  expression TEXT NOT NULL,
  zone TEXT NOT NULL
)

CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  kind VARCHAR(20) NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  from_at DATETIME NOT NULL,
  until_at DATETIME,
  detail TEXT NOT NULL DEFAULT ''
)

CREATE UNIQUE INDEX facts_open ON facts (kind, subject) WHERE until_at IS NULL

CREATE INDEX facts_until ON facts (until_at, subject)

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  at DATETIME NOT NULL,
  payload TEXT NOT NULL
)

CREATE TABLE config_entries (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
)

CREATE TABLE notifications (
  id TEXT PRIMARY KEY NOT NULL,
  fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  task_name TEXT NOT NULL DEFAULT '',
  run_id TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  count INTEGER NOT NULL DEFAULT 1,
  occurrences_json TEXT NOT NULL DEFAULT '[]',
  created_at DATETIME NOT NULL,
  last_occurred_at DATETIME NOT NULL,
  read_at DATETIME
)

CREATE INDEX notifications_fingerprint ON notifications (fingerprint)

CREATE INDEX notifications_created ON notifications (created_at)

CREATE INDEX notifications_severity ON notifications (severity)

CREATE INDEX notifications_read ON notifications (read_at)
