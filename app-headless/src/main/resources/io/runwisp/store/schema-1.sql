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
  retried INTEGER GENERATED ALWAYS AS (retry_attempt > 0) VIRTUAL
)

-- One index for each sort: over all, within a unit, within an outcome. seq, which grows like the id, decides between equals;
-- what follows it lets the other filters be checked without a look at the row.
CREATE INDEX runs_all_created ON runs (created_at, seq, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_all_begun ON runs (begun_at, seq, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_all_exit ON runs (exit_code, seq, triggered_by, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_all_length ON runs (length_ms, seq, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_task_created ON runs (task_name, created_at, seq, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_task_begun ON runs (task_name, begun_at, seq, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_task_exit ON runs (task_name, exit_code, seq, outcome, triggered_by, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_task_length ON runs (task_name, length_ms, seq, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_outcome_created ON runs (outcome, created_at, seq, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_outcome_begun ON runs (outcome, begun_at, seq, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_outcome_exit ON runs (outcome, exit_code, seq, triggered_by, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_outcome_length ON runs (outcome, length_ms, seq, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

-- What a search by a part of the id walks through.
CREATE INDEX runs_search ON runs (id, task_name, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

-- Few rows of many: found by their cell of run_counts.
CREATE INDEX runs_cell ON runs (task_name, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL

CREATE INDEX runs_active ON runs (created_at) WHERE end_reason IS NULL

CREATE INDEX runs_retry_due ON runs (next_retry_at) WHERE next_retry_at IS NOT NULL

CREATE INDEX runs_failure_end ON runs (end_at)
  WHERE end_reason IN ('failed', 'crashed', 'timeout', 'log_overflow') AND deleted_at IS NULL

CREATE INDEX runs_deleted ON runs (deleted_at) WHERE deleted_at IS NOT NULL

CREATE INDEX runs_external ON runs (external_execution_id) WHERE external_execution_id IS NOT NULL

-- How many runs there are of each sort of run: totals come from here, not from counting rows.
CREATE TABLE run_counts (
  task_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  triggered_by TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  retried INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (task_name, outcome, triggered_by, exit_code, retried)
) WITHOUT ROWID

-- The same for each day of creation (UTC): totals between two instants, and where in the order of creation a page begins.
CREATE TABLE run_days (
  day TEXT NOT NULL,
  task_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  triggered_by TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  retried INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, task_name, outcome, triggered_by, exit_code, retried)
) WITHOUT ROWID

CREATE TRIGGER runs_counted AFTER INSERT ON runs WHEN new.deleted_at IS NULL BEGIN
  INSERT INTO run_counts VALUES (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_days VALUES (substr(new.created_at, 1, 10), new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END

CREATE TRIGGER runs_uncounted AFTER DELETE ON runs WHEN old.deleted_at IS NULL BEGIN
  UPDATE run_counts SET n = n - 1
    WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  UPDATE run_days SET n = n - 1
    WHERE day = substr(old.created_at, 1, 10) AND task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  DELETE FROM run_days
    WHERE n = 0 AND day = substr(old.created_at, 1, 10) AND task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
END

CREATE TRIGGER runs_left AFTER UPDATE ON runs
  WHEN old.deleted_at IS NULL AND (new.deleted_at IS NOT NULL OR (old.task_name, old.outcome, old.triggered_by, old.exit_code, old.retried) IS NOT (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried)) BEGIN
  UPDATE run_counts SET n = n - 1
    WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  UPDATE run_days SET n = n - 1
    WHERE day = substr(old.created_at, 1, 10) AND task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  DELETE FROM run_days
    WHERE n = 0 AND day = substr(old.created_at, 1, 10) AND task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
END

CREATE TRIGGER runs_arrived AFTER UPDATE ON runs
  WHEN new.deleted_at IS NULL AND (old.deleted_at IS NOT NULL OR (old.task_name, old.outcome, old.triggered_by, old.exit_code, old.retried) IS NOT (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried)) BEGIN
  INSERT INTO run_counts VALUES (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_days VALUES (substr(new.created_at, 1, 10), new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, 1)
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
