-- Version 2. What was counted stays counted when rows go.

-- The number of the first bound (0.1, 1, 10, 60, 300, 1800, 7200, 43200 s) that the duration does not exceed; 8 is beyond all, -1 did not run.
ALTER TABLE runs ADD COLUMN duration_band INTEGER GENERATED ALWAYS AS (CASE
  WHEN duration_ms IS NULL THEN -1
  WHEN duration_ms <= 100 THEN 0
  WHEN duration_ms <= 1000 THEN 1
  WHEN duration_ms <= 10000 THEN 2
  WHEN duration_ms <= 60000 THEN 3
  WHEN duration_ms <= 300000 THEN 4
  WHEN duration_ms <= 1800000 THEN 5
  WHEN duration_ms <= 7200000 THEN 6
  WHEN duration_ms <= 43200000 THEN 7
  ELSE 8 END) VIRTUAL

-- Every end of a run, once.
CREATE TABLE run_totals (
  task_name TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  duration_band INTEGER NOT NULL,
  n INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  last_at DATETIME NOT NULL,
  PRIMARY KEY (task_name, end_reason, duration_band)
) WITHOUT ROWID

CREATE TRIGGER runs_ended AFTER UPDATE OF end_reason ON runs WHEN old.end_reason IS NULL AND new.end_reason IS NOT NULL BEGIN
  INSERT INTO run_totals
    VALUES (new.task_name, new.end_reason, new.duration_band, 1, coalesce(new.duration_ms, 0), coalesce(new.end_at, new.created_at))
    ON CONFLICT DO UPDATE SET n = n + 1, duration_ms = duration_ms + excluded.duration_ms, last_at = max(last_at, excluded.last_at);
END

CREATE TRIGGER runs_recorded AFTER INSERT ON runs WHEN new.end_reason IS NOT NULL BEGIN
  INSERT INTO run_totals
    VALUES (new.task_name, new.end_reason, new.duration_band, 1, coalesce(new.duration_ms, 0), coalesce(new.end_at, new.created_at))
    ON CONFLICT DO UPDATE SET n = n + 1, duration_ms = duration_ms + excluded.duration_ms, last_at = max(last_at, excluded.last_at);
END

INSERT INTO run_totals
  SELECT task_name, end_reason, duration_band, count(*), sum(coalesce(duration_ms, 0)), max(coalesce(end_at, created_at))
  FROM runs WHERE end_reason IS NOT NULL GROUP BY task_name, end_reason, duration_band
