-- Version 3. Counters by day that can be kept in memory: each day says when it has changed, and has its bands of durations by all that a filter can ask for.

DROP TRIGGER runs_counted

DROP TRIGGER runs_uncounted

DROP TRIGGER runs_left

DROP TRIGGER runs_arrived

DROP TABLE run_spans

-- How often the counters of a day have changed. The row stays when the day has no runs left: a number never comes again.
CREATE TABLE run_day_changes (
  day INTEGER PRIMARY KEY,
  changes INTEGER NOT NULL
)

INSERT INTO run_day_changes SELECT DISTINCT day, 1 FROM run_days

-- For lists by duration that are limited to a time: all of a sort of run but its unit.
CREATE TABLE run_spans (
  day INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  triggered_by TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  retried INTEGER NOT NULL,
  band INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, outcome, triggered_by, exit_code, retried, band)
) WITHOUT ROWID

INSERT INTO run_spans SELECT created_day, outcome, triggered_by, exit_code, retried, length_band, count(*)
  FROM runs WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6

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
  INSERT INTO run_spans VALUES (new.created_day, new.outcome, new.triggered_by, new.exit_code, new.retried, new.length_band, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_day_changes VALUES (new.created_day, 1)
    ON CONFLICT DO UPDATE SET changes = changes + 1;
END

CREATE TRIGGER runs_uncounted AFTER DELETE ON runs WHEN old.deleted_at IS NULL BEGIN
  UPDATE run_counts SET n = n - 1
    WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  UPDATE run_days SET n = n - 1 WHERE day = old.created_day AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_lengths SET n = n - 1 WHERE band = old.length_band AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_spans SET n = n - 1 WHERE day = old.created_day AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried AND band = old.length_band;
  INSERT INTO run_day_changes VALUES (old.created_day, 1)
    ON CONFLICT DO UPDATE SET changes = changes + 1;
END

CREATE TRIGGER runs_left AFTER UPDATE ON runs
  WHEN old.deleted_at IS NULL AND (new.deleted_at IS NOT NULL OR (old.task_name, old.outcome, old.triggered_by, old.exit_code, old.retried, old.length_band, old.created_day) IS NOT (new.task_name, new.outcome, new.triggered_by, new.exit_code, new.retried, new.length_band, new.created_day)) BEGIN
  UPDATE run_counts SET n = n - 1
    WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried;
  UPDATE run_days SET n = n - 1 WHERE day = old.created_day AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_lengths SET n = n - 1 WHERE band = old.length_band AND cell =
    (SELECT cell FROM run_counts WHERE task_name = old.task_name AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried);
  UPDATE run_spans SET n = n - 1 WHERE day = old.created_day AND outcome = old.outcome AND triggered_by = old.triggered_by AND exit_code = old.exit_code AND retried = old.retried AND band = old.length_band;
  UPDATE run_day_changes SET changes = changes + 1
    WHERE day = old.created_day AND (new.deleted_at IS NOT NULL OR new.created_day <> old.created_day);
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
  INSERT INTO run_spans VALUES (new.created_day, new.outcome, new.triggered_by, new.exit_code, new.retried, new.length_band, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO run_day_changes VALUES (new.created_day, 1)
    ON CONFLICT DO UPDATE SET changes = changes + 1;
END

CREATE TRIGGER run_days_emptied AFTER UPDATE ON run_days WHEN new.n = 0 BEGIN
  DELETE FROM run_days WHERE day = new.day AND cell = new.cell;
END

CREATE TRIGGER run_lengths_emptied AFTER UPDATE ON run_lengths WHEN new.n = 0 BEGIN
  DELETE FROM run_lengths WHERE band = new.band AND cell = new.cell;
END

CREATE TRIGGER run_spans_emptied AFTER UPDATE ON run_spans WHEN new.n = 0 BEGIN
  DELETE FROM run_spans WHERE day = new.day AND outcome = new.outcome AND triggered_by = new.triggered_by
    AND exit_code = new.exit_code AND retried = new.retried AND band = new.band;
END
