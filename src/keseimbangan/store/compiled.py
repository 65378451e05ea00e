"""Rendered by `python -m keseimbangan.store.compile`. Never edited by hand."""

SCHEMA_VERSION = 7

TABLES = (
    "deletions",
    "exported_events",
    "holidays",
    "leaves",
    "location_days",
    "monthly_reflections",
    "overtimes",
    "plans",
    "shifts",
    "stress_entries",
    "targets",
    "weekly_reviews",
    "dialogues",
    "indicators",
    "stress_triggers",
    "tasks",
    "blocks",
    "plan_pieces",
    "review_decisions",
    "review_items",
    "exclusions",
    "focus_sessions",
    "interruptions",
)

SCHEMA = """\
CREATE TABLE deletions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    table_name TEXT NOT NULL,
    UNIQUE (uid)
)
 STRICT;
CREATE TABLE exported_events (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    block_uid TEXT NOT NULL,
    recurrence_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    digest TEXT NOT NULL,
    stamped_at TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    removed_at TEXT,
    UNIQUE (block_uid, recurrence_id, generation),
    UNIQUE (uid)
)
 STRICT;
CREATE INDEX ix_exported_events_starts_at ON exported_events (starts_at);
CREATE TABLE holidays (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    basis TEXT,
    cancelled INTEGER NOT NULL,
    CONSTRAINT ck_kind CHECK (kind IN ('national', 'collective', 'agency', 'regional')),
    UNIQUE (uid),
    UNIQUE (day)
)
 STRICT;
CREATE TABLE leaves (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    half TEXT,
    letter TEXT,
    note TEXT,
    CONSTRAINT ck_half CHECK (half IN ('morning', 'afternoon')),
    CONSTRAINT ck_leave_order CHECK (first <= last),
    CONSTRAINT ck_leave_half CHECK (half IS NULL OR first = last),
    UNIQUE (uid)
)
 STRICT;
CREATE INDEX ix_leaves_last ON leaves (last);
CREATE TABLE location_days (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    location TEXT NOT NULL,
    basis TEXT,
    start_time TEXT,
    end_time TEXT,
    output TEXT,
    evidence TEXT,
    obstacle TEXT,
    CONSTRAINT ck_location CHECK (location IN ('office', 'home', 'other')),
    CONSTRAINT ck_location_hours CHECK ((start_time IS NULL) = (end_time IS NULL)),
    UNIQUE (uid),
    UNIQUE (day)
)
 STRICT;
CREATE TABLE monthly_reflections (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    month TEXT NOT NULL,
    written_at TEXT NOT NULL,
    worked TEXT,
    improve TEXT,
    adjust TEXT,
    habit TEXT,
    UNIQUE (uid),
    UNIQUE (month)
)
 STRICT;
CREATE TABLE overtimes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    letter TEXT,
    reason TEXT,
    CONSTRAINT ck_overtime_order CHECK (starts_at < ends_at),
    UNIQUE (uid)
)
 STRICT;
CREATE INDEX ix_overtimes_starts_at ON overtimes (starts_at);
CREATE TABLE plans (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    zone TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    CONSTRAINT ck_plan_order CHECK (first <= last),
    UNIQUE (uid)
)
 STRICT;
CREATE TABLE shifts (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    start_time TEXT,
    end_time TEXT,
    break_start TEXT,
    break_end TEXT,
    CONSTRAINT ck_shift_hours CHECK ((start_time IS NULL) = (end_time IS NULL)),
    CONSTRAINT ck_shift_break CHECK ((break_start IS NULL) = (break_end IS NULL)),
    CONSTRAINT ck_shift_off CHECK (start_time IS NOT NULL OR break_start IS NULL),
    UNIQUE (uid),
    UNIQUE (day)
)
 STRICT;
CREATE TABLE steps (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    command TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ck_state CHECK (state IN ('open', 'done', 'undone'))
)
 STRICT;
CREATE TABLE stress_entries (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    week TEXT NOT NULL,
    written_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    level INTEGER NOT NULL,
    main_cause TEXT,
    coping TEXT,
    helped INTEGER,
    demand INTEGER,
    control INTEGER,
    note TEXT,
    CONSTRAINT ck_level CHECK (level BETWEEN 0 AND 10),
    CONSTRAINT ck_helped CHECK (helped BETWEEN 0 AND 10),
    CONSTRAINT ck_demand CHECK (demand BETWEEN 0 AND 10),
    CONSTRAINT ck_control CHECK (control BETWEEN 0 AND 10),
    UNIQUE (uid)
)
 STRICT;
CREATE INDEX ix_stress_entries_week ON stress_entries (week);
CREATE INDEX ix_stress_entries_written_at ON stress_entries (written_at);
CREATE TABLE targets (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    year INTEGER NOT NULL,
    first_month INTEGER NOT NULL,
    last_month INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    CONSTRAINT ck_target_months CHECK (first_month BETWEEN 1 AND last_month AND last_month <= 12),
    UNIQUE (uid)
)
 STRICT;
CREATE TABLE weekly_reviews (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    week TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    step TEXT NOT NULL,
    learned TEXT,
    CONSTRAINT ck_step CHECK (step IN ('decisions', 'learned', 'wins', 'priorities', 'blocks', 'finished')),
    UNIQUE (uid),
    UNIQUE (week)
)
 STRICT;
CREATE TABLE changes (
    step_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    image TEXT,
    PRIMARY KEY (step_id, table_name, row_id),
    FOREIGN KEY(step_id) REFERENCES steps (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE dialogues (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    partner TEXT NOT NULL,
    target_id INTEGER,
    note TEXT,
    agreement TEXT,
    follow_up TEXT,
    UNIQUE (uid),
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE SET NULL
)
 STRICT;
CREATE INDEX ix_dialogues_day ON dialogues (day);
CREATE INDEX ix_dialogues_target_id ON dialogues (target_id);
CREATE TABLE indicators (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    target_id INTEGER NOT NULL,
    aspect TEXT NOT NULL,
    name TEXT NOT NULL,
    amount REAL NOT NULL,
    unit TEXT NOT NULL,
    CONSTRAINT ck_aspect CHECK (aspect IN ('quantity', 'quality', 'time', 'cost')),
    CONSTRAINT ck_indicator_amount CHECK (amount > 0 AND amount < 1e12),
    UNIQUE (uid),
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX ix_indicators_target_id ON indicators (target_id);
CREATE TABLE stress_triggers (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    entry_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (entry_id, name),
    UNIQUE (uid),
    FOREIGN KEY(entry_id) REFERENCES stress_entries (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE tasks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    important INTEGER NOT NULL,
    urgent INTEGER NOT NULL,
    triaged INTEGER NOT NULL,
    due TEXT,
    estimate_minutes INTEGER,
    kind TEXT,
    impact TEXT,
    element TEXT NOT NULL,
    target_id INTEGER,
    parent_id INTEGER,
    delegate_to TEXT,
    delegate_instruction TEXT,
    delegate_expected_result TEXT,
    delegate_follow_up TEXT,
    postponed INTEGER NOT NULL,
    done_at TEXT,
    result TEXT,
    evidence TEXT,
    indicator_id INTEGER,
    realisation REAL,
    akhlak TEXT,
    note TEXT,
    not_before TEXT,
    CONSTRAINT ck_status CHECK (status IN ('open', 'delegated', 'done', 'dropped')),
    CONSTRAINT ck_kind CHECK (kind IN ('routine', 'project', 'ad_hoc')),
    CONSTRAINT ck_impact CHECK (impact IN ('high', 'medium', 'low')),
    CONSTRAINT ck_element CHECK (element IN ('work', 'life', 'recovery', 'growth')),
    CONSTRAINT ck_estimate_minutes CHECK (estimate_minutes > 0),
    CONSTRAINT ck_realisation CHECK (realisation >= 0 AND realisation < 1e12),
    UNIQUE (uid),
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE SET NULL,
    FOREIGN KEY(parent_id) REFERENCES tasks (id) ON DELETE SET NULL,
    FOREIGN KEY(indicator_id) REFERENCES indicators (id) ON DELETE SET NULL
)
 STRICT;
CREATE INDEX ix_tasks_done_at ON tasks (done_at);
CREATE INDEX ix_tasks_indicator_id ON tasks (indicator_id);
CREATE INDEX ix_tasks_open ON tasks (due) WHERE status IN ('open', 'delegated');
CREATE INDEX ix_tasks_parent_id ON tasks (parent_id);
CREATE INDEX ix_tasks_target_id ON tasks (target_id);
CREATE TABLE blocks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    element TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    protected INTEGER NOT NULL,
    location TEXT,
    task_id INTEGER,
    target_id INTEGER,
    note TEXT,
    result TEXT,
    evidence TEXT,
    indicator_id INTEGER,
    realisation REAL,
    akhlak TEXT,
    actual_starts_at TEXT,
    actual_ends_at TEXT,
    rule TEXT,
    last_day TEXT,
    series_id INTEGER,
    recurrence_id TEXT,
    requested_by TEXT,
    CONSTRAINT ck_element CHECK (element IN ('work', 'life', 'recovery', 'growth')),
    CONSTRAINT ck_kind CHECK (kind IN ('focus', 'meeting', 'administration', 'service', 'break', 'family', 'buffer', 'other')),
    CONSTRAINT ck_status CHECK (status IN ('planned', 'done', 'skipped')),
    CONSTRAINT ck_location CHECK (location IN ('office', 'home', 'other')),
    CONSTRAINT ck_block_order CHECK (starts_at < ends_at),
    CONSTRAINT ck_realisation CHECK (realisation >= 0 AND realisation < 1e12),
    CONSTRAINT ck_block_actual CHECK ((actual_starts_at IS NULL) = (actual_ends_at IS NULL)),
    CONSTRAINT ck_block_sort CHECK (rule IS NULL OR series_id IS NULL),
    CONSTRAINT ck_block_recurrence CHECK ((series_id IS NULL) = (recurrence_id IS NULL)),
    CONSTRAINT uq_block_occurrence UNIQUE (series_id, recurrence_id),
    UNIQUE (uid),
    FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE SET NULL,
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE SET NULL,
    FOREIGN KEY(indicator_id) REFERENCES indicators (id) ON DELETE SET NULL,
    FOREIGN KEY(series_id) REFERENCES blocks (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX ix_blocks_indicator_id ON blocks (indicator_id);
CREATE INDEX ix_blocks_series ON blocks (last_day) WHERE rule IS NOT NULL;
CREATE INDEX ix_blocks_target_id ON blocks (target_id);
CREATE INDEX ix_blocks_task_id ON blocks (task_id);
CREATE INDEX ix_blocks_time ON blocks (starts_at) WHERE rule IS NULL;
CREATE TABLE plan_pieces (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    task_id INTEGER,
    block_uid TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    position INTEGER NOT NULL,
    replaced INTEGER NOT NULL,
    CONSTRAINT ck_reason CHECK (reason IN ('continues', 'overdue', 'due_soon', 'morning_for_demanding', 'meeting_hours', 'important_first', 'urgent', 'before_due', 'fills_gap')),
    CONSTRAINT ck_piece_order CHECK (starts_at < ends_at),
    UNIQUE (plan_id, position),
    UNIQUE (uid),
    FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE,
    FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE SET NULL
)
 STRICT;
CREATE INDEX ix_plan_pieces_block_uid ON plan_pieces (block_uid);
CREATE INDEX ix_plan_pieces_starts_at ON plan_pieces (starts_at);
CREATE INDEX ix_plan_pieces_task_id ON plan_pieces (task_id);
CREATE TABLE review_decisions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    review_id INTEGER NOT NULL,
    task_id INTEGER NOT NULL,
    choice TEXT NOT NULL,
    until TEXT,
    "to" TEXT,
    CONSTRAINT ck_choice CHECK (choice IN ('reschedule', 'delegate', 'drop', 'keep')),
    UNIQUE (review_id, task_id),
    UNIQUE (uid),
    FOREIGN KEY(review_id) REFERENCES weekly_reviews (id) ON DELETE CASCADE,
    FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX ix_review_decisions_task_id ON review_decisions (task_id);
CREATE TABLE review_items (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    review_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    task_id INTEGER,
    settled INTEGER NOT NULL,
    CONSTRAINT ck_kind CHECK (kind IN ('win', 'priority')),
    UNIQUE (review_id, kind, position),
    UNIQUE (uid),
    FOREIGN KEY(review_id) REFERENCES weekly_reviews (id) ON DELETE CASCADE,
    FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE SET NULL
)
 STRICT;
CREATE INDEX ix_review_items_task_id ON review_items (task_id);
CREATE TABLE exclusions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    series_id INTEGER NOT NULL,
    recurrence_id TEXT NOT NULL,
    UNIQUE (series_id, recurrence_id),
    UNIQUE (uid),
    FOREIGN KEY(series_id) REFERENCES blocks (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE focus_sessions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    task_id INTEGER,
    block_id INTEGER,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    zone TEXT NOT NULL,
    planned_minutes INTEGER NOT NULL,
    break_minutes INTEGER NOT NULL,
    long_break_minutes INTEGER NOT NULL,
    state TEXT NOT NULL,
    cycle TEXT,
    round INTEGER NOT NULL,
    rounds INTEGER NOT NULL,
    focused_seconds INTEGER NOT NULL,
    seen_at TEXT,
    paused_at TEXT,
    background INTEGER NOT NULL,
    break_started_at TEXT,
    CONSTRAINT ck_state CHECK (state IN ('running', 'break', 'completed', 'stopped', 'dangling')),
    CONSTRAINT ck_focused_seconds CHECK (focused_seconds >= 0),
    UNIQUE (uid),
    FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE SET NULL,
    FOREIGN KEY(block_id) REFERENCES blocks (id) ON DELETE SET NULL
)
 STRICT;
CREATE INDEX ix_focus_sessions_block_id ON focus_sessions (block_id);
CREATE INDEX ix_focus_sessions_break ON focus_sessions (id) WHERE state = 'break';
CREATE INDEX ix_focus_sessions_live ON focus_sessions (id) WHERE ended_at IS NULL;
CREATE INDEX ix_focus_sessions_started_at ON focus_sessions (started_at);
CREATE INDEX ix_focus_sessions_task_id ON focus_sessions (task_id);
CREATE TABLE interruptions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    session_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    UNIQUE (uid),
    FOREIGN KEY(session_id) REFERENCES focus_sessions (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX ix_interruptions_session_id ON interruptions (session_id);
"""

TRIGGERS = ("""\
CREATE VIEW log AS SELECT table_name, row_id, image FROM changes
""","""\
CREATE TRIGGER log_keep INSTEAD OF INSERT ON log BEGIN
    INSERT INTO steps (created_at, changed_at, command, state)
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), '', 'open'
    WHERE NOT EXISTS (
        SELECT 1 FROM steps WHERE id = (SELECT max(id) FROM steps) AND state = 'open'
    );
    INSERT INTO changes (step_id, table_name, row_id, image)
    SELECT (SELECT max(id) FROM steps), NEW.table_name, NEW.row_id, NEW.image
    WHERE NOT EXISTS (
        SELECT 1 FROM changes
        WHERE step_id = (SELECT max(id) FROM steps)
            AND table_name = NEW.table_name AND row_id = NEW.row_id
    );
END
""","""\
CREATE TRIGGER log_deletions_insert AFTER INSERT ON deletions BEGIN
    INSERT INTO log VALUES ('deletions', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_deletions_update AFTER UPDATE ON deletions BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('deletions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.table_name));
END
""","""\
CREATE TRIGGER log_deletions_delete AFTER DELETE ON deletions BEGIN
    INSERT INTO log VALUES ('deletions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.table_name));
END
""","""\
CREATE TRIGGER log_holidays_insert AFTER INSERT ON holidays BEGIN
    INSERT INTO log VALUES ('holidays', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_holidays_update AFTER UPDATE ON holidays BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('holidays', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.name, OLD.kind, OLD.basis, OLD.cancelled));
END
""","""\
CREATE TRIGGER log_holidays_delete AFTER DELETE ON holidays BEGIN
    INSERT INTO log VALUES ('holidays', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.name, OLD.kind, OLD.basis, OLD.cancelled));
END
""","""\
CREATE TRIGGER log_leaves_insert AFTER INSERT ON leaves BEGIN
    INSERT INTO log VALUES ('leaves', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_leaves_update AFTER UPDATE ON leaves BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('leaves', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.kind, OLD.first, OLD.last, OLD.half, OLD.letter, OLD.note));
END
""","""\
CREATE TRIGGER log_leaves_delete AFTER DELETE ON leaves BEGIN
    INSERT INTO log VALUES ('leaves', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.kind, OLD.first, OLD.last, OLD.half, OLD.letter, OLD.note));
END
""","""\
CREATE TRIGGER log_location_days_insert AFTER INSERT ON location_days BEGIN
    INSERT INTO log VALUES ('location_days', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_location_days_update AFTER UPDATE ON location_days BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('location_days', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.location, OLD.basis, OLD.start_time, OLD.end_time, OLD.output, OLD.evidence, OLD.obstacle));
END
""","""\
CREATE TRIGGER log_location_days_delete AFTER DELETE ON location_days BEGIN
    INSERT INTO log VALUES ('location_days', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.location, OLD.basis, OLD.start_time, OLD.end_time, OLD.output, OLD.evidence, OLD.obstacle));
END
""","""\
CREATE TRIGGER log_monthly_reflections_insert AFTER INSERT ON monthly_reflections BEGIN
    INSERT INTO log VALUES ('monthly_reflections', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_monthly_reflections_update AFTER UPDATE ON monthly_reflections BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('monthly_reflections', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.month, OLD.written_at, OLD.worked, OLD.improve, OLD.adjust, OLD.habit));
END
""","""\
CREATE TRIGGER log_monthly_reflections_delete AFTER DELETE ON monthly_reflections BEGIN
    INSERT INTO log VALUES ('monthly_reflections', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.month, OLD.written_at, OLD.worked, OLD.improve, OLD.adjust, OLD.habit));
END
""","""\
CREATE TRIGGER log_overtimes_insert AFTER INSERT ON overtimes BEGIN
    INSERT INTO log VALUES ('overtimes', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_overtimes_update AFTER UPDATE ON overtimes BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('overtimes', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.starts_at, OLD.ends_at, OLD.zone, OLD.letter, OLD.reason));
END
""","""\
CREATE TRIGGER log_overtimes_delete AFTER DELETE ON overtimes BEGIN
    INSERT INTO log VALUES ('overtimes', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.starts_at, OLD.ends_at, OLD.zone, OLD.letter, OLD.reason));
END
""","""\
CREATE TRIGGER log_plans_insert AFTER INSERT ON plans BEGIN
    INSERT INTO log VALUES ('plans', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_plans_update AFTER UPDATE ON plans BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('plans', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.first, OLD.last, OLD.zone, OLD.applied_at));
END
""","""\
CREATE TRIGGER log_plans_delete AFTER DELETE ON plans BEGIN
    INSERT INTO log VALUES ('plans', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.first, OLD.last, OLD.zone, OLD.applied_at));
END
""","""\
CREATE TRIGGER log_shifts_insert AFTER INSERT ON shifts BEGIN
    INSERT INTO log VALUES ('shifts', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_shifts_update AFTER UPDATE ON shifts BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('shifts', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.name, OLD.start_time, OLD.end_time, OLD.break_start, OLD.break_end));
END
""","""\
CREATE TRIGGER log_shifts_delete AFTER DELETE ON shifts BEGIN
    INSERT INTO log VALUES ('shifts', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.name, OLD.start_time, OLD.end_time, OLD.break_start, OLD.break_end));
END
""","""\
CREATE TRIGGER log_stress_entries_insert AFTER INSERT ON stress_entries BEGIN
    INSERT INTO log VALUES ('stress_entries', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_stress_entries_update AFTER UPDATE ON stress_entries BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('stress_entries', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.week, OLD.written_at, OLD.zone, OLD.level, OLD.main_cause, OLD.coping, OLD.helped, OLD.demand, OLD.control, OLD.note));
END
""","""\
CREATE TRIGGER log_stress_entries_delete AFTER DELETE ON stress_entries BEGIN
    INSERT INTO log VALUES ('stress_entries', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.week, OLD.written_at, OLD.zone, OLD.level, OLD.main_cause, OLD.coping, OLD.helped, OLD.demand, OLD.control, OLD.note));
END
""","""\
CREATE TRIGGER log_targets_insert AFTER INSERT ON targets BEGIN
    INSERT INTO log VALUES ('targets', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_targets_update AFTER UPDATE ON targets BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('targets', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.title, OLD.year, OLD.first_month, OLD.last_month, OLD.archived));
END
""","""\
CREATE TRIGGER log_targets_delete AFTER DELETE ON targets BEGIN
    INSERT INTO log VALUES ('targets', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.title, OLD.year, OLD.first_month, OLD.last_month, OLD.archived));
END
""","""\
CREATE TRIGGER log_weekly_reviews_insert AFTER INSERT ON weekly_reviews BEGIN
    INSERT INTO log VALUES ('weekly_reviews', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_weekly_reviews_update AFTER UPDATE ON weekly_reviews BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('weekly_reviews', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.week, OLD.started_at, OLD.finished_at, OLD.step, OLD.learned));
END
""","""\
CREATE TRIGGER log_weekly_reviews_delete AFTER DELETE ON weekly_reviews BEGIN
    INSERT INTO log VALUES ('weekly_reviews', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.week, OLD.started_at, OLD.finished_at, OLD.step, OLD.learned));
END
""","""\
CREATE TRIGGER log_dialogues_insert AFTER INSERT ON dialogues BEGIN
    INSERT INTO log VALUES ('dialogues', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_dialogues_update AFTER UPDATE ON dialogues BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('dialogues', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.partner, OLD.target_id, OLD.note, OLD.agreement, OLD.follow_up));
END
""","""\
CREATE TRIGGER log_dialogues_delete AFTER DELETE ON dialogues BEGIN
    INSERT INTO log VALUES ('dialogues', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.day, OLD.partner, OLD.target_id, OLD.note, OLD.agreement, OLD.follow_up));
END
""","""\
CREATE TRIGGER log_indicators_insert AFTER INSERT ON indicators BEGIN
    INSERT INTO log VALUES ('indicators', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_indicators_update AFTER UPDATE ON indicators BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('indicators', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.target_id, OLD.aspect, OLD.name, json(iif(OLD.amount IS NULL, 'null', printf('%!.17g', OLD.amount))), OLD.unit));
END
""","""\
CREATE TRIGGER log_indicators_delete AFTER DELETE ON indicators BEGIN
    INSERT INTO log VALUES ('indicators', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.target_id, OLD.aspect, OLD.name, json(iif(OLD.amount IS NULL, 'null', printf('%!.17g', OLD.amount))), OLD.unit));
END
""","""\
CREATE TRIGGER log_stress_triggers_insert AFTER INSERT ON stress_triggers BEGIN
    INSERT INTO log VALUES ('stress_triggers', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_stress_triggers_update AFTER UPDATE ON stress_triggers BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('stress_triggers', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.entry_id, OLD.name, OLD.position));
END
""","""\
CREATE TRIGGER log_stress_triggers_delete AFTER DELETE ON stress_triggers BEGIN
    INSERT INTO log VALUES ('stress_triggers', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.entry_id, OLD.name, OLD.position));
END
""","""\
CREATE TRIGGER log_tasks_insert AFTER INSERT ON tasks BEGIN
    INSERT INTO log VALUES ('tasks', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_tasks_update AFTER UPDATE ON tasks BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('tasks', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.title, OLD.status, OLD.important, OLD.urgent, OLD.triaged, OLD.due, OLD.estimate_minutes, OLD.kind, OLD.impact, OLD.element, OLD.target_id, OLD.parent_id, OLD.delegate_to, OLD.delegate_instruction, OLD.delegate_expected_result, OLD.delegate_follow_up, OLD.postponed, OLD.done_at, OLD.result, OLD.evidence, OLD.indicator_id, json(iif(OLD.realisation IS NULL, 'null', printf('%!.17g', OLD.realisation))), OLD.akhlak, OLD.note, OLD.not_before));
END
""","""\
CREATE TRIGGER log_tasks_delete AFTER DELETE ON tasks BEGIN
    INSERT INTO log VALUES ('tasks', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.title, OLD.status, OLD.important, OLD.urgent, OLD.triaged, OLD.due, OLD.estimate_minutes, OLD.kind, OLD.impact, OLD.element, OLD.target_id, OLD.parent_id, OLD.delegate_to, OLD.delegate_instruction, OLD.delegate_expected_result, OLD.delegate_follow_up, OLD.postponed, OLD.done_at, OLD.result, OLD.evidence, OLD.indicator_id, json(iif(OLD.realisation IS NULL, 'null', printf('%!.17g', OLD.realisation))), OLD.akhlak, OLD.note, OLD.not_before));
END
""","""\
CREATE TRIGGER log_blocks_insert AFTER INSERT ON blocks BEGIN
    INSERT INTO log VALUES ('blocks', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_blocks_update AFTER UPDATE ON blocks BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('blocks', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.title, OLD.starts_at, OLD.ends_at, OLD.zone, OLD.element, OLD.kind, OLD.status, OLD.protected, OLD.location, OLD.task_id, OLD.target_id, OLD.note, OLD.result, OLD.evidence, OLD.indicator_id, json(iif(OLD.realisation IS NULL, 'null', printf('%!.17g', OLD.realisation))), OLD.akhlak, OLD.actual_starts_at, OLD.actual_ends_at, OLD.rule, OLD.last_day, OLD.series_id, OLD.recurrence_id, OLD.requested_by));
END
""","""\
CREATE TRIGGER log_blocks_delete AFTER DELETE ON blocks BEGIN
    INSERT INTO log VALUES ('blocks', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.title, OLD.starts_at, OLD.ends_at, OLD.zone, OLD.element, OLD.kind, OLD.status, OLD.protected, OLD.location, OLD.task_id, OLD.target_id, OLD.note, OLD.result, OLD.evidence, OLD.indicator_id, json(iif(OLD.realisation IS NULL, 'null', printf('%!.17g', OLD.realisation))), OLD.akhlak, OLD.actual_starts_at, OLD.actual_ends_at, OLD.rule, OLD.last_day, OLD.series_id, OLD.recurrence_id, OLD.requested_by));
END
""","""\
CREATE TRIGGER log_plan_pieces_insert AFTER INSERT ON plan_pieces BEGIN
    INSERT INTO log VALUES ('plan_pieces', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_plan_pieces_update AFTER UPDATE ON plan_pieces BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('plan_pieces', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.plan_id, OLD.task_id, OLD.block_uid, OLD.title, OLD.starts_at, OLD.ends_at, OLD.reason, OLD.position, OLD.replaced));
END
""","""\
CREATE TRIGGER log_plan_pieces_delete AFTER DELETE ON plan_pieces BEGIN
    INSERT INTO log VALUES ('plan_pieces', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.plan_id, OLD.task_id, OLD.block_uid, OLD.title, OLD.starts_at, OLD.ends_at, OLD.reason, OLD.position, OLD.replaced));
END
""","""\
CREATE TRIGGER log_review_decisions_insert AFTER INSERT ON review_decisions BEGIN
    INSERT INTO log VALUES ('review_decisions', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_review_decisions_update AFTER UPDATE ON review_decisions BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('review_decisions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.review_id, OLD.task_id, OLD.choice, OLD.until, OLD."to"));
END
""","""\
CREATE TRIGGER log_review_decisions_delete AFTER DELETE ON review_decisions BEGIN
    INSERT INTO log VALUES ('review_decisions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.review_id, OLD.task_id, OLD.choice, OLD.until, OLD."to"));
END
""","""\
CREATE TRIGGER log_review_items_insert AFTER INSERT ON review_items BEGIN
    INSERT INTO log VALUES ('review_items', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_review_items_update AFTER UPDATE ON review_items BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('review_items', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.review_id, OLD.kind, OLD.position, OLD.text, OLD.task_id, OLD.settled));
END
""","""\
CREATE TRIGGER log_review_items_delete AFTER DELETE ON review_items BEGIN
    INSERT INTO log VALUES ('review_items', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.review_id, OLD.kind, OLD.position, OLD.text, OLD.task_id, OLD.settled));
END
""","""\
CREATE TRIGGER log_exclusions_insert AFTER INSERT ON exclusions BEGIN
    INSERT INTO log VALUES ('exclusions', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_exclusions_update AFTER UPDATE ON exclusions BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('exclusions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.series_id, OLD.recurrence_id));
END
""","""\
CREATE TRIGGER log_exclusions_delete AFTER DELETE ON exclusions BEGIN
    INSERT INTO log VALUES ('exclusions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.series_id, OLD.recurrence_id));
END
""","""\
CREATE TRIGGER log_focus_sessions_insert AFTER INSERT ON focus_sessions BEGIN
    INSERT INTO log VALUES ('focus_sessions', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_focus_sessions_update AFTER UPDATE ON focus_sessions
WHEN (OLD.id, OLD.uid, OLD.created_at, OLD.task_id, OLD.block_id, OLD.started_at, OLD.ended_at, OLD.zone, OLD.planned_minutes, OLD.break_minutes, OLD.long_break_minutes, OLD.state, OLD.cycle, OLD.round, OLD.rounds, OLD.paused_at, OLD.background, OLD.break_started_at) IS NOT (NEW.id, NEW.uid, NEW.created_at, NEW.task_id, NEW.block_id, NEW.started_at, NEW.ended_at, NEW.zone, NEW.planned_minutes, NEW.break_minutes, NEW.long_break_minutes, NEW.state, NEW.cycle, NEW.round, NEW.rounds, NEW.paused_at, NEW.background, NEW.break_started_at) BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('focus_sessions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.task_id, OLD.block_id, OLD.started_at, OLD.ended_at, OLD.zone, OLD.planned_minutes, OLD.break_minutes, OLD.long_break_minutes, OLD.state, OLD.cycle, OLD.round, OLD.rounds, OLD.focused_seconds, OLD.seen_at, OLD.paused_at, OLD.background, OLD.break_started_at));
END
""","""\
CREATE TRIGGER log_focus_sessions_delete AFTER DELETE ON focus_sessions BEGIN
    INSERT INTO log VALUES ('focus_sessions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.task_id, OLD.block_id, OLD.started_at, OLD.ended_at, OLD.zone, OLD.planned_minutes, OLD.break_minutes, OLD.long_break_minutes, OLD.state, OLD.cycle, OLD.round, OLD.rounds, OLD.focused_seconds, OLD.seen_at, OLD.paused_at, OLD.background, OLD.break_started_at));
END
""","""\
CREATE TRIGGER log_interruptions_insert AFTER INSERT ON interruptions BEGIN
    INSERT INTO log VALUES ('interruptions', NEW.id, NULL);
END
""","""\
CREATE TRIGGER log_interruptions_update AFTER UPDATE ON interruptions BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('interruptions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.session_id, OLD.at, OLD.note));
END
""","""\
CREATE TRIGGER log_interruptions_delete AFTER DELETE ON interruptions BEGIN
    INSERT INTO log VALUES ('interruptions', OLD.id, json_array(OLD.id, OLD.uid, OLD.created_at, OLD.changed_at, OLD.session_id, OLD.at, OLD.note));
END
""",)

PLAYBACK: dict[str, tuple[tuple[str, ...], str, str, str]] = {
    "deletions": (
        ("id", "uid", "created_at", "changed_at", "table_name"),
        """SELECT id, uid, created_at, changed_at, table_name FROM deletions
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM deletions WHERE id = ?""",
        """INSERT INTO deletions (id, uid, created_at, changed_at, table_name) VALUES (?, ?, ?, ?, ?)""",
    ),
    "holidays": (
        ("id", "uid", "created_at", "changed_at", "day", "name", "kind", "basis", "cancelled"),
        """SELECT id, uid, created_at, changed_at, day, name, kind, basis, cancelled FROM holidays
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM holidays WHERE id = ?""",
        """INSERT INTO holidays (id, uid, created_at, changed_at, day, name, kind, basis, cancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "leaves": (
        ("id", "uid", "created_at", "changed_at", "kind", "first", "last", "half", "letter", "note"),
        """SELECT id, uid, created_at, changed_at, kind, first, last, half, letter, note FROM leaves
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM leaves WHERE id = ?""",
        """INSERT INTO leaves (id, uid, created_at, changed_at, kind, first, last, half, letter, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "location_days": (
        ("id", "uid", "created_at", "changed_at", "day", "location", "basis", "start_time", "end_time", "output", "evidence", "obstacle"),
        """SELECT id, uid, created_at, changed_at, day, location, basis, start_time, end_time, output, evidence, obstacle FROM location_days
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM location_days WHERE id = ?""",
        """INSERT INTO location_days (id, uid, created_at, changed_at, day, location, basis, start_time, end_time, output, evidence, obstacle) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "monthly_reflections": (
        ("id", "uid", "created_at", "changed_at", "month", "written_at", "worked", "improve", "adjust", "habit"),
        """SELECT id, uid, created_at, changed_at, month, written_at, worked, improve, adjust, habit FROM monthly_reflections
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM monthly_reflections WHERE id = ?""",
        """INSERT INTO monthly_reflections (id, uid, created_at, changed_at, month, written_at, worked, improve, adjust, habit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "overtimes": (
        ("id", "uid", "created_at", "changed_at", "starts_at", "ends_at", "zone", "letter", "reason"),
        """SELECT id, uid, created_at, changed_at, starts_at, ends_at, zone, letter, reason FROM overtimes
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM overtimes WHERE id = ?""",
        """INSERT INTO overtimes (id, uid, created_at, changed_at, starts_at, ends_at, zone, letter, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "plans": (
        ("id", "uid", "created_at", "changed_at", "first", "last", "zone", "applied_at"),
        """SELECT id, uid, created_at, changed_at, first, last, zone, applied_at FROM plans
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM plans WHERE id = ?""",
        """INSERT INTO plans (id, uid, created_at, changed_at, first, last, zone, applied_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "shifts": (
        ("id", "uid", "created_at", "changed_at", "day", "name", "start_time", "end_time", "break_start", "break_end"),
        """SELECT id, uid, created_at, changed_at, day, name, start_time, end_time, break_start, break_end FROM shifts
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM shifts WHERE id = ?""",
        """INSERT INTO shifts (id, uid, created_at, changed_at, day, name, start_time, end_time, break_start, break_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "stress_entries": (
        ("id", "uid", "created_at", "changed_at", "week", "written_at", "zone", "level", "main_cause", "coping", "helped", "demand", "control", "note"),
        """SELECT id, uid, created_at, changed_at, week, written_at, zone, level, main_cause, coping, helped, demand, control, note FROM stress_entries
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM stress_entries WHERE id = ?""",
        """INSERT INTO stress_entries (id, uid, created_at, changed_at, week, written_at, zone, level, main_cause, coping, helped, demand, control, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "targets": (
        ("id", "uid", "created_at", "changed_at", "title", "year", "first_month", "last_month", "archived"),
        """SELECT id, uid, created_at, changed_at, title, year, first_month, last_month, archived FROM targets
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM targets WHERE id = ?""",
        """INSERT INTO targets (id, uid, created_at, changed_at, title, year, first_month, last_month, archived) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "weekly_reviews": (
        ("id", "uid", "created_at", "changed_at", "week", "started_at", "finished_at", "step", "learned"),
        """SELECT id, uid, created_at, changed_at, week, started_at, finished_at, step, learned FROM weekly_reviews
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM weekly_reviews WHERE id = ?""",
        """INSERT INTO weekly_reviews (id, uid, created_at, changed_at, week, started_at, finished_at, step, learned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "dialogues": (
        ("id", "uid", "created_at", "changed_at", "day", "partner", "target_id", "note", "agreement", "follow_up"),
        """SELECT id, uid, created_at, changed_at, day, partner, target_id, note, agreement, follow_up FROM dialogues
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM dialogues WHERE id = ?""",
        """INSERT INTO dialogues (id, uid, created_at, changed_at, day, partner, target_id, note, agreement, follow_up) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "indicators": (
        ("id", "uid", "created_at", "changed_at", "target_id", "aspect", "name", "amount", "unit"),
        """SELECT id, uid, created_at, changed_at, target_id, aspect, name, amount, unit FROM indicators
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM indicators WHERE id = ?""",
        """INSERT INTO indicators (id, uid, created_at, changed_at, target_id, aspect, name, amount, unit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "stress_triggers": (
        ("id", "uid", "created_at", "changed_at", "entry_id", "name", "position"),
        """SELECT id, uid, created_at, changed_at, entry_id, name, position FROM stress_triggers
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM stress_triggers WHERE id = ?""",
        """INSERT INTO stress_triggers (id, uid, created_at, changed_at, entry_id, name, position) VALUES (?, ?, ?, ?, ?, ?, ?)""",
    ),
    "tasks": (
        ("id", "uid", "created_at", "changed_at", "title", "status", "important", "urgent", "triaged", "due", "estimate_minutes", "kind", "impact", "element", "target_id", "parent_id", "delegate_to", "delegate_instruction", "delegate_expected_result", "delegate_follow_up", "postponed", "done_at", "result", "evidence", "indicator_id", "realisation", "akhlak", "note", "not_before"),
        """SELECT id, uid, created_at, changed_at, title, status, important, urgent, triaged, due, estimate_minutes, kind, impact, element, target_id, parent_id, delegate_to, delegate_instruction, delegate_expected_result, delegate_follow_up, postponed, done_at, result, evidence, indicator_id, realisation, akhlak, note, not_before FROM tasks
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM tasks WHERE id = ?""",
        """INSERT INTO tasks (id, uid, created_at, changed_at, title, status, important, urgent, triaged, due, estimate_minutes, kind, impact, element, target_id, parent_id, delegate_to, delegate_instruction, delegate_expected_result, delegate_follow_up, postponed, done_at, result, evidence, indicator_id, realisation, akhlak, note, not_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "blocks": (
        ("id", "uid", "created_at", "changed_at", "title", "starts_at", "ends_at", "zone", "element", "kind", "status", "protected", "location", "task_id", "target_id", "note", "result", "evidence", "indicator_id", "realisation", "akhlak", "actual_starts_at", "actual_ends_at", "rule", "last_day", "series_id", "recurrence_id", "requested_by"),
        """SELECT id, uid, created_at, changed_at, title, starts_at, ends_at, zone, element, kind, status, protected, location, task_id, target_id, note, result, evidence, indicator_id, realisation, akhlak, actual_starts_at, actual_ends_at, rule, last_day, series_id, recurrence_id, requested_by FROM blocks
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM blocks WHERE id = ?""",
        """INSERT INTO blocks (id, uid, created_at, changed_at, title, starts_at, ends_at, zone, element, kind, status, protected, location, task_id, target_id, note, result, evidence, indicator_id, realisation, akhlak, actual_starts_at, actual_ends_at, rule, last_day, series_id, recurrence_id, requested_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "plan_pieces": (
        ("id", "uid", "created_at", "changed_at", "plan_id", "task_id", "block_uid", "title", "starts_at", "ends_at", "reason", "position", "replaced"),
        """SELECT id, uid, created_at, changed_at, plan_id, task_id, block_uid, title, starts_at, ends_at, reason, position, replaced FROM plan_pieces
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM plan_pieces WHERE id = ?""",
        """INSERT INTO plan_pieces (id, uid, created_at, changed_at, plan_id, task_id, block_uid, title, starts_at, ends_at, reason, position, replaced) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "review_decisions": (
        ("id", "uid", "created_at", "changed_at", "review_id", "task_id", "choice", "until", "to"),
        """SELECT id, uid, created_at, changed_at, review_id, task_id, choice, until, "to" FROM review_decisions
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM review_decisions WHERE id = ?""",
        """INSERT INTO review_decisions (id, uid, created_at, changed_at, review_id, task_id, choice, until, "to") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "review_items": (
        ("id", "uid", "created_at", "changed_at", "review_id", "kind", "position", "text", "task_id", "settled"),
        """SELECT id, uid, created_at, changed_at, review_id, kind, position, text, task_id, settled FROM review_items
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM review_items WHERE id = ?""",
        """INSERT INTO review_items (id, uid, created_at, changed_at, review_id, kind, position, text, task_id, settled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "exclusions": (
        ("id", "uid", "created_at", "changed_at", "series_id", "recurrence_id"),
        """SELECT id, uid, created_at, changed_at, series_id, recurrence_id FROM exclusions
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM exclusions WHERE id = ?""",
        """INSERT INTO exclusions (id, uid, created_at, changed_at, series_id, recurrence_id) VALUES (?, ?, ?, ?, ?, ?)""",
    ),
    "focus_sessions": (
        ("id", "uid", "created_at", "changed_at", "task_id", "block_id", "started_at", "ended_at", "zone", "planned_minutes", "break_minutes", "long_break_minutes", "state", "cycle", "round", "rounds", "focused_seconds", "seen_at", "paused_at", "background", "break_started_at"),
        """SELECT id, uid, created_at, changed_at, task_id, block_id, started_at, ended_at, zone, planned_minutes, break_minutes, long_break_minutes, state, cycle, round, rounds, focused_seconds, seen_at, paused_at, background, break_started_at FROM focus_sessions
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM focus_sessions WHERE id = ?""",
        """INSERT INTO focus_sessions (id, uid, created_at, changed_at, task_id, block_id, started_at, ended_at, zone, planned_minutes, break_minutes, long_break_minutes, state, cycle, round, rounds, focused_seconds, seen_at, paused_at, background, break_started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    ),
    "interruptions": (
        ("id", "uid", "created_at", "changed_at", "session_id", "at", "note"),
        """SELECT id, uid, created_at, changed_at, session_id, at, note FROM interruptions
        WHERE id IN (SELECT value FROM json_each(:rows))""",
        """DELETE FROM interruptions WHERE id = ?""",
        """INSERT INTO interruptions (id, uid, created_at, changed_at, session_id, at, note) VALUES (?, ?, ?, ?, ?, ?, ?)""",
    ),
}

NOTE_DELETIONS = {
    "holidays": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'holidays', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'holidays' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM holidays WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "leaves": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'leaves', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'leaves' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM leaves WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "location_days": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'location_days', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'location_days' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM location_days WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "monthly_reflections": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'monthly_reflections', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'monthly_reflections' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM monthly_reflections WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "overtimes": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'overtimes', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'overtimes' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM overtimes WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "plans": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'plans', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'plans' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM plans WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "shifts": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'shifts', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'shifts' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM shifts WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "stress_entries": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'stress_entries', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'stress_entries' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM stress_entries WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "targets": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'targets', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'targets' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM targets WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "weekly_reviews": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'weekly_reviews', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'weekly_reviews' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM weekly_reviews WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "dialogues": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'dialogues', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'dialogues' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM dialogues WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "indicators": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'indicators', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'indicators' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM indicators WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "tasks": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'tasks', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'tasks' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM tasks WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "blocks": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'blocks', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'blocks' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM blocks WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "plan_pieces": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'plan_pieces', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'plan_pieces' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM plan_pieces WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "exclusions": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'exclusions', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'exclusions' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM exclusions WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "focus_sessions": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'focus_sessions', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'focus_sessions' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM focus_sessions WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
    "interruptions": """\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT json_extract(image, '$[1]'), 'interruptions', :at, max(:at, json_extract(image, '$[3]'))
FROM changes
WHERE step_id = :id AND table_name = 'interruptions' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM interruptions WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)
""",
}

STRAYS: dict[str, str] = {
    "plans": """SELECT 1 FROM plan_pieces
    WHERE plan_id IN (SELECT value FROM json_each(:rows))
    AND plan_id NOT NULL AND plan_id NOT IN (SELECT id FROM plans)""",
    "stress_entries": """SELECT 1 FROM stress_triggers
    WHERE entry_id IN (SELECT value FROM json_each(:rows))
    AND entry_id NOT NULL AND entry_id NOT IN (SELECT id FROM stress_entries)""",
    "targets": """SELECT 1 FROM dialogues
    WHERE target_id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)
UNION ALL SELECT 1 FROM indicators
    WHERE target_id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)
UNION ALL SELECT 1 FROM tasks
    WHERE target_id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)
UNION ALL SELECT 1 FROM blocks
    WHERE target_id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)""",
    "weekly_reviews": """SELECT 1 FROM review_decisions
    WHERE review_id IN (SELECT value FROM json_each(:rows))
    AND review_id NOT NULL AND review_id NOT IN (SELECT id FROM weekly_reviews)
UNION ALL SELECT 1 FROM review_items
    WHERE review_id IN (SELECT value FROM json_each(:rows))
    AND review_id NOT NULL AND review_id NOT IN (SELECT id FROM weekly_reviews)""",
    "dialogues": """SELECT 1 FROM dialogues
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)""",
    "indicators": """SELECT 1 FROM indicators
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)
UNION ALL SELECT 1 FROM tasks
    WHERE indicator_id IN (SELECT value FROM json_each(:rows))
    AND indicator_id NOT NULL AND indicator_id NOT IN (SELECT id FROM indicators)
UNION ALL SELECT 1 FROM blocks
    WHERE indicator_id IN (SELECT value FROM json_each(:rows))
    AND indicator_id NOT NULL AND indicator_id NOT IN (SELECT id FROM indicators)""",
    "stress_triggers": """SELECT 1 FROM stress_triggers
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND entry_id NOT NULL AND entry_id NOT IN (SELECT id FROM stress_entries)""",
    "tasks": """SELECT 1 FROM tasks
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND indicator_id NOT NULL AND indicator_id NOT IN (SELECT id FROM indicators)
UNION ALL SELECT 1 FROM tasks
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND parent_id NOT NULL AND parent_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM tasks
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)
UNION ALL SELECT 1 FROM tasks
    WHERE parent_id IN (SELECT value FROM json_each(:rows))
    AND parent_id NOT NULL AND parent_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM blocks
    WHERE task_id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM plan_pieces
    WHERE task_id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM review_decisions
    WHERE task_id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM review_items
    WHERE task_id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM focus_sessions
    WHERE task_id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)""",
    "blocks": """SELECT 1 FROM blocks
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND indicator_id NOT NULL AND indicator_id NOT IN (SELECT id FROM indicators)
UNION ALL SELECT 1 FROM blocks
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND series_id NOT NULL AND series_id NOT IN (SELECT id FROM blocks)
UNION ALL SELECT 1 FROM blocks
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND target_id NOT NULL AND target_id NOT IN (SELECT id FROM targets)
UNION ALL SELECT 1 FROM blocks
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM blocks
    WHERE series_id IN (SELECT value FROM json_each(:rows))
    AND series_id NOT NULL AND series_id NOT IN (SELECT id FROM blocks)
UNION ALL SELECT 1 FROM exclusions
    WHERE series_id IN (SELECT value FROM json_each(:rows))
    AND series_id NOT NULL AND series_id NOT IN (SELECT id FROM blocks)
UNION ALL SELECT 1 FROM focus_sessions
    WHERE block_id IN (SELECT value FROM json_each(:rows))
    AND block_id NOT NULL AND block_id NOT IN (SELECT id FROM blocks)""",
    "plan_pieces": """SELECT 1 FROM plan_pieces
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND plan_id NOT NULL AND plan_id NOT IN (SELECT id FROM plans)
UNION ALL SELECT 1 FROM plan_pieces
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)""",
    "review_decisions": """SELECT 1 FROM review_decisions
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND review_id NOT NULL AND review_id NOT IN (SELECT id FROM weekly_reviews)
UNION ALL SELECT 1 FROM review_decisions
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)""",
    "review_items": """SELECT 1 FROM review_items
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND review_id NOT NULL AND review_id NOT IN (SELECT id FROM weekly_reviews)
UNION ALL SELECT 1 FROM review_items
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)""",
    "exclusions": """SELECT 1 FROM exclusions
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND series_id NOT NULL AND series_id NOT IN (SELECT id FROM blocks)""",
    "focus_sessions": """SELECT 1 FROM focus_sessions
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND block_id NOT NULL AND block_id NOT IN (SELECT id FROM blocks)
UNION ALL SELECT 1 FROM focus_sessions
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND task_id NOT NULL AND task_id NOT IN (SELECT id FROM tasks)
UNION ALL SELECT 1 FROM interruptions
    WHERE session_id IN (SELECT value FROM json_each(:rows))
    AND session_id NOT NULL AND session_id NOT IN (SELECT id FROM focus_sessions)""",
    "interruptions": """SELECT 1 FROM interruptions
    WHERE id IN (SELECT value FROM json_each(:rows))
    AND session_id NOT NULL AND session_id NOT IN (SELECT id FROM focus_sessions)""",
}

INSERT_TASK = """\
INSERT INTO tasks (uid, created_at, changed_at, title, status, important, urgent, triaged, due, estimate_minutes, kind, impact, element, target_id, parent_id, delegate_to, delegate_instruction, delegate_expected_result, delegate_follow_up, postponed, done_at, result, evidence, indicator_id, realisation, akhlak, note, not_before) VALUES (:uid, :created_at, :changed_at, :title, :status, :important, :urgent, :triaged, :due, :estimate_minutes, :kind, :impact, :element, :target_id, :parent_id, :delegate_to, :delegate_instruction, :delegate_expected_result, :delegate_follow_up, :postponed, :done_at, :result, :evidence, :indicator_id, :realisation, :akhlak, :note, :not_before)
"""

UPDATE_TASK = """\
UPDATE tasks SET changed_at=CASE WHEN (tasks.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, title=:title, status=:status, important=:important, urgent=:urgent, triaged=:triaged, due=:due, estimate_minutes=:estimate_minutes, kind=:kind, impact=:impact, element=:element, target_id=:target_id, parent_id=:parent_id, delegate_to=:delegate_to, delegate_instruction=:delegate_instruction, delegate_expected_result=:delegate_expected_result, delegate_follow_up=:delegate_follow_up, postponed=:postponed, done_at=:done_at, result=:result, evidence=:evidence, indicator_id=:indicator_id, realisation=:realisation, akhlak=:akhlak, note=:note, not_before=:not_before WHERE tasks.id = :id
"""

DELETE_TASK = """\
DELETE FROM tasks WHERE tasks.id = :id
"""

GET_TASK = """\
SELECT tasks.id, tasks.uid, tasks.created_at, tasks.changed_at, tasks.title, tasks.status, tasks.important, tasks.urgent, tasks.triaged, tasks.due, tasks.estimate_minutes, tasks.kind, tasks.impact, tasks.element, tasks.target_id, tasks.parent_id, tasks.delegate_to, tasks.delegate_instruction, tasks.delegate_expected_result, tasks.delegate_follow_up, tasks.postponed, tasks.done_at, tasks.result, tasks.evidence, tasks.indicator_id, tasks.realisation, tasks.akhlak, tasks.note, tasks.not_before, (SELECT coalesce(sum(focus_sessions.focused_seconds), 0) AS coalesce_1
FROM focus_sessions
WHERE focus_sessions.task_id = tasks.id) AS spent_seconds
FROM tasks
WHERE tasks.id = :id
"""

OPEN_TASKS = """\
SELECT tasks.id, tasks.uid, tasks.created_at, tasks.changed_at, tasks.title, tasks.status, tasks.important, tasks.urgent, tasks.triaged, tasks.due, tasks.estimate_minutes, tasks.kind, tasks.impact, tasks.element, tasks.target_id, tasks.parent_id, tasks.delegate_to, tasks.delegate_instruction, tasks.delegate_expected_result, tasks.delegate_follow_up, tasks.postponed, tasks.done_at, tasks.result, tasks.evidence, tasks.indicator_id, tasks.realisation, tasks.akhlak, tasks.note, tasks.not_before, (SELECT coalesce(sum(focus_sessions.focused_seconds), 0) AS coalesce_1
FROM focus_sessions
WHERE focus_sessions.task_id = tasks.id) AS spent_seconds
FROM tasks
WHERE tasks.status IN ('open', 'delegated')
"""

TASKS_AMONG = """\
SELECT tasks.id, tasks.uid, tasks.created_at, tasks.changed_at, tasks.title, tasks.status, tasks.important, tasks.urgent, tasks.triaged, tasks.due, tasks.estimate_minutes, tasks.kind, tasks.impact, tasks.element, tasks.target_id, tasks.parent_id, tasks.delegate_to, tasks.delegate_instruction, tasks.delegate_expected_result, tasks.delegate_follow_up, tasks.postponed, tasks.done_at, tasks.result, tasks.evidence, tasks.indicator_id, tasks.realisation, tasks.akhlak, tasks.note, tasks.not_before, (SELECT coalesce(sum(focus_sessions.focused_seconds), 0) AS coalesce_1
FROM focus_sessions
WHERE focus_sessions.task_id = tasks.id) AS spent_seconds
FROM tasks
WHERE tasks.id IN (SELECT anon_1.value
FROM json_each(:numbers) AS anon_1)
"""

TASKS_CLOSED_BETWEEN = """\
SELECT tasks.id, tasks.uid, tasks.created_at, tasks.changed_at, tasks.title, tasks.status, tasks.important, tasks.urgent, tasks.triaged, tasks.due, tasks.estimate_minutes, tasks.kind, tasks.impact, tasks.element, tasks.target_id, tasks.parent_id, tasks.delegate_to, tasks.delegate_instruction, tasks.delegate_expected_result, tasks.delegate_follow_up, tasks.postponed, tasks.done_at, tasks.result, tasks.evidence, tasks.indicator_id, tasks.realisation, tasks.akhlak, tasks.note, tasks.not_before, (SELECT coalesce(sum(focus_sessions.focused_seconds), 0) AS coalesce_1
FROM focus_sessions
WHERE focus_sessions.task_id = tasks.id) AS spent_seconds
FROM tasks
WHERE tasks.done_at >= :start AND tasks.done_at < :end ORDER BY tasks.done_at
"""

TASKS_CLOSED = """\
SELECT tasks.id, tasks.uid, tasks.created_at, tasks.changed_at, tasks.title, tasks.status, tasks.important, tasks.urgent, tasks.triaged, tasks.due, tasks.estimate_minutes, tasks.kind, tasks.impact, tasks.element, tasks.target_id, tasks.parent_id, tasks.delegate_to, tasks.delegate_instruction, tasks.delegate_expected_result, tasks.delegate_follow_up, tasks.postponed, tasks.done_at, tasks.result, tasks.evidence, tasks.indicator_id, tasks.realisation, tasks.akhlak, tasks.note, tasks.not_before, (SELECT coalesce(sum(focus_sessions.focused_seconds), 0) AS coalesce_1
FROM focus_sessions
WHERE focus_sessions.task_id = tasks.id) AS spent_seconds
FROM tasks
WHERE tasks.done_at IS NOT NULL ORDER BY tasks.done_at DESC
LIMIT :limit OFFSET 0
"""

CHILDREN_OF_TASK = """\
SELECT tasks.id, tasks.uid, tasks.created_at, tasks.changed_at, tasks.title, tasks.status, tasks.important, tasks.urgent, tasks.triaged, tasks.due, tasks.estimate_minutes, tasks.kind, tasks.impact, tasks.element, tasks.target_id, tasks.parent_id, tasks.delegate_to, tasks.delegate_instruction, tasks.delegate_expected_result, tasks.delegate_follow_up, tasks.postponed, tasks.done_at, tasks.result, tasks.evidence, tasks.indicator_id, tasks.realisation, tasks.akhlak, tasks.note, tasks.not_before, (SELECT coalesce(sum(focus_sessions.focused_seconds), 0) AS coalesce_1
FROM focus_sessions
WHERE focus_sessions.task_id = tasks.id) AS spent_seconds
FROM tasks
WHERE tasks.parent_id = :id
"""

TASK_TITLES = """\
SELECT tasks.id, tasks.title
FROM tasks
WHERE tasks.status IN ('open', 'delegated')
"""

TASK_ELEMENTS = """\
SELECT tasks.id, tasks.element
FROM tasks
WHERE tasks.id IN (SELECT anon_1.value
FROM json_each(:numbers) AS anon_1)
"""

INSERT_TARGET = """\
INSERT INTO targets (uid, created_at, changed_at, title, year, first_month, last_month, archived) VALUES (:uid, :created_at, :changed_at, :title, :year, :first_month, :last_month, :archived)
"""

UPDATE_TARGET = """\
UPDATE targets SET changed_at=CASE WHEN (targets.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, title=:title, year=:year, first_month=:first_month, last_month=:last_month, archived=:archived WHERE targets.id = :id
"""

GET_TARGET = """\
SELECT targets.id, targets.uid, targets.created_at, targets.changed_at, targets.title, targets.year, targets.first_month, targets.last_month, targets.archived
FROM targets
WHERE targets.id = :id
"""

ALL_TARGETS = """\
SELECT targets.id, targets.uid, targets.created_at, targets.changed_at, targets.title, targets.year, targets.first_month, targets.last_month, targets.archived
FROM targets ORDER BY targets.id
"""

INSERT_INDICATOR = """\
INSERT INTO indicators (uid, created_at, changed_at, target_id, aspect, name, amount, unit) VALUES (:uid, :created_at, :changed_at, :target_id, :aspect, :name, :amount, :unit)
"""

UPDATE_INDICATOR = """\
UPDATE indicators SET changed_at=CASE WHEN (indicators.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, target_id=:target_id, aspect=:aspect, name=:name, amount=:amount, unit=:unit WHERE indicators.id = :id
"""

DELETE_INDICATOR = """\
DELETE FROM indicators WHERE indicators.id = :id
"""

GET_INDICATOR = """\
SELECT indicators.id, indicators.uid, indicators.created_at, indicators.changed_at, indicators.target_id, indicators.aspect, indicators.name, indicators.amount, indicators.unit
FROM indicators
WHERE indicators.id = :id
"""

INDICATORS_OF = """\
SELECT indicators.id, indicators.uid, indicators.created_at, indicators.changed_at, indicators.target_id, indicators.aspect, indicators.name, indicators.amount, indicators.unit
FROM indicators
WHERE indicators.target_id IN (SELECT anon_1.value
FROM json_each(:targets) AS anon_1) ORDER BY indicators.target_id, indicators.id
"""

REALISATIONS_OF = """\
SELECT tasks.indicator_id, tasks.realisation, tasks.done_at AS at
FROM tasks
WHERE tasks.indicator_id IN (SELECT anon_1.value
FROM json_each(:indicators) AS anon_1) AND tasks.realisation IS NOT NULL AND tasks.status = 'done' UNION ALL SELECT blocks.indicator_id, blocks.realisation, coalesce(blocks.actual_ends_at, blocks.ends_at) AS at
FROM blocks
WHERE blocks.indicator_id IN (SELECT anon_2.value
FROM json_each(:indicators) AS anon_2) AND blocks.realisation IS NOT NULL AND blocks.status = 'done'
"""

INSERT_DIALOGUE = """\
INSERT INTO dialogues (uid, created_at, changed_at, day, partner, target_id, note, agreement, follow_up) VALUES (:uid, :created_at, :changed_at, :day, :partner, :target_id, :note, :agreement, :follow_up)
"""

UPDATE_DIALOGUE = """\
UPDATE dialogues SET changed_at=CASE WHEN (dialogues.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, day=:day, partner=:partner, target_id=:target_id, note=:note, agreement=:agreement, follow_up=:follow_up WHERE dialogues.id = :id
"""

DELETE_DIALOGUE = """\
DELETE FROM dialogues WHERE dialogues.id = :id
"""

GET_DIALOGUE = """\
SELECT dialogues.id, dialogues.uid, dialogues.created_at, dialogues.changed_at, dialogues.day, dialogues.partner, dialogues.target_id, dialogues.note, dialogues.agreement, dialogues.follow_up
FROM dialogues
WHERE dialogues.id = :id
"""

DIALOGUES_BETWEEN = """\
SELECT dialogues.id, dialogues.uid, dialogues.created_at, dialogues.changed_at, dialogues.day, dialogues.partner, dialogues.target_id, dialogues.note, dialogues.agreement, dialogues.follow_up
FROM dialogues
WHERE dialogues.day >= :first AND dialogues.day < :end ORDER BY dialogues.day, dialogues.id
"""

INSERT_BLOCK = """\
INSERT INTO blocks (uid, created_at, changed_at, title, starts_at, ends_at, zone, element, kind, status, protected, location, task_id, target_id, note, result, evidence, indicator_id, realisation, akhlak, actual_starts_at, actual_ends_at, rule, last_day, series_id, recurrence_id, requested_by) VALUES (:uid, :created_at, :changed_at, :title, :starts_at, :ends_at, :zone, :element, :kind, :status, :protected, :location, :task_id, :target_id, :note, :result, :evidence, :indicator_id, :realisation, :akhlak, :actual_starts_at, :actual_ends_at, :rule, :last_day, :series_id, :recurrence_id, :requested_by)
"""

UPDATE_BLOCK = """\
UPDATE blocks SET changed_at=CASE WHEN (blocks.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, title=:title, starts_at=:starts_at, ends_at=:ends_at, zone=:zone, element=:element, kind=:kind, status=:status, protected=:protected, location=:location, task_id=:task_id, target_id=:target_id, note=:note, result=:result, evidence=:evidence, indicator_id=:indicator_id, realisation=:realisation, akhlak=:akhlak, actual_starts_at=:actual_starts_at, actual_ends_at=:actual_ends_at, rule=:rule, last_day=:last_day, series_id=:series_id, recurrence_id=:recurrence_id, requested_by=:requested_by WHERE blocks.id = :id
"""

DELETE_BLOCK = """\
DELETE FROM blocks WHERE blocks.id = :id
"""

GET_BLOCK = """\
SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.id = :id
"""

BLOCKS_BETWEEN = """\
SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.rule IS NULL AND blocks.starts_at >= :earliest AND blocks.starts_at < :end AND blocks.ends_at > :start ORDER BY blocks.starts_at, blocks.id
"""

SERIES_BETWEEN = """\
SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.rule IS NOT NULL AND blocks.last_day >= :first_day UNION ALL SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.rule IS NOT NULL AND blocks.last_day IS NULL
"""

RECURRENCE_IDS_TAKEN = """\
SELECT blocks.series_id, blocks.recurrence_id
FROM blocks
WHERE blocks.series_id IN (SELECT anon_1.value
FROM json_each(:series) AS anon_1) AND blocks.recurrence_id >= :start AND blocks.recurrence_id < :end UNION ALL SELECT exclusions.series_id, exclusions.recurrence_id
FROM exclusions
WHERE exclusions.series_id IN (SELECT anon_2.value
FROM json_each(:series) AS anon_2) AND exclusions.recurrence_id >= :start AND exclusions.recurrence_id < :end
"""

CHANGED_OCCURRENCES = """\
SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.series_id = :series ORDER BY blocks.recurrence_id
"""

EXCLUSIONS_OF = """\
SELECT exclusions.id, exclusions.uid, exclusions.created_at, exclusions.changed_at, exclusions.series_id, exclusions.recurrence_id
FROM exclusions
WHERE exclusions.series_id = :series ORDER BY exclusions.recurrence_id
"""

INSERT_EXCLUSION = """\
INSERT INTO exclusions (uid, created_at, changed_at, series_id, recurrence_id) VALUES (:uid, :created_at, :changed_at, :series_id, :recurrence_id)
"""

MOVE_EXCLUSION = """\
UPDATE exclusions SET changed_at=CASE WHEN (exclusions.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, series_id=:series, recurrence_id=:recurrence_id WHERE exclusions.id = :id
"""

DELETE_EXCLUSION = """\
DELETE FROM exclusions WHERE exclusions.id = :id
"""

INSERT_FOCUS_SESSION = """\
INSERT INTO focus_sessions (uid, created_at, changed_at, task_id, block_id, started_at, ended_at, zone, planned_minutes, break_minutes, long_break_minutes, state, cycle, round, rounds, focused_seconds, seen_at, paused_at, background, break_started_at) VALUES (:uid, :created_at, :changed_at, :task_id, :block_id, :started_at, :ended_at, :zone, :planned_minutes, :break_minutes, :long_break_minutes, :state, :cycle, :round, :rounds, :focused_seconds, :seen_at, :paused_at, :background, :break_started_at)
"""

UPDATE_FOCUS_SESSION = """\
UPDATE focus_sessions SET changed_at=CASE WHEN (focus_sessions.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, task_id=:task_id, block_id=:block_id, started_at=:started_at, ended_at=:ended_at, zone=:zone, planned_minutes=:planned_minutes, break_minutes=:break_minutes, long_break_minutes=:long_break_minutes, state=:state, cycle=:cycle, round=:round, rounds=:rounds, focused_seconds=:focused_seconds, seen_at=:seen_at, paused_at=:paused_at, background=:background, break_started_at=:break_started_at WHERE focus_sessions.id = :id
"""

GET_FOCUS_SESSION = """\
SELECT focus_sessions.id, focus_sessions.uid, focus_sessions.created_at, focus_sessions.changed_at, focus_sessions.task_id, focus_sessions.block_id, focus_sessions.started_at, focus_sessions.ended_at, focus_sessions.zone, focus_sessions.planned_minutes, focus_sessions.break_minutes, focus_sessions.long_break_minutes, focus_sessions.state, focus_sessions.cycle, focus_sessions.round, focus_sessions.rounds, focus_sessions.focused_seconds, focus_sessions.seen_at, focus_sessions.paused_at, focus_sessions.background, focus_sessions.break_started_at
FROM focus_sessions
WHERE focus_sessions.id = :id
"""

LIVE_FOCUS_SESSIONS = """\
SELECT focus_sessions.id, focus_sessions.uid, focus_sessions.created_at, focus_sessions.changed_at, focus_sessions.task_id, focus_sessions.block_id, focus_sessions.started_at, focus_sessions.ended_at, focus_sessions.zone, focus_sessions.planned_minutes, focus_sessions.break_minutes, focus_sessions.long_break_minutes, focus_sessions.state, focus_sessions.cycle, focus_sessions.round, focus_sessions.rounds, focus_sessions.focused_seconds, focus_sessions.seen_at, focus_sessions.paused_at, focus_sessions.background, focus_sessions.break_started_at
FROM focus_sessions
WHERE focus_sessions.ended_at IS NULL ORDER BY focus_sessions.id
"""

BREAKING_FOCUS_SESSION = """\
SELECT focus_sessions.id, focus_sessions.uid, focus_sessions.created_at, focus_sessions.changed_at, focus_sessions.task_id, focus_sessions.block_id, focus_sessions.started_at, focus_sessions.ended_at, focus_sessions.zone, focus_sessions.planned_minutes, focus_sessions.break_minutes, focus_sessions.long_break_minutes, focus_sessions.state, focus_sessions.cycle, focus_sessions.round, focus_sessions.rounds, focus_sessions.focused_seconds, focus_sessions.seen_at, focus_sessions.paused_at, focus_sessions.background, focus_sessions.break_started_at
FROM focus_sessions
WHERE focus_sessions.state = 'break' ORDER BY focus_sessions.id DESC
LIMIT 1 OFFSET 0
"""

FOCUS_SESSIONS_BETWEEN = """\
SELECT focus_sessions.id, focus_sessions.uid, focus_sessions.created_at, focus_sessions.changed_at, focus_sessions.task_id, focus_sessions.block_id, focus_sessions.started_at, focus_sessions.ended_at, focus_sessions.zone, focus_sessions.planned_minutes, focus_sessions.break_minutes, focus_sessions.long_break_minutes, focus_sessions.state, focus_sessions.cycle, focus_sessions.round, focus_sessions.rounds, focus_sessions.focused_seconds, focus_sessions.seen_at, focus_sessions.paused_at, focus_sessions.background, focus_sessions.break_started_at
FROM focus_sessions
WHERE focus_sessions.started_at >= :start AND focus_sessions.started_at < :end ORDER BY focus_sessions.started_at
"""

LATEST_FOCUS_SESSIONS = """\
SELECT focus_sessions.id, focus_sessions.uid, focus_sessions.created_at, focus_sessions.changed_at, focus_sessions.task_id, focus_sessions.block_id, focus_sessions.started_at, focus_sessions.ended_at, focus_sessions.zone, focus_sessions.planned_minutes, focus_sessions.break_minutes, focus_sessions.long_break_minutes, focus_sessions.state, focus_sessions.cycle, focus_sessions.round, focus_sessions.rounds, focus_sessions.focused_seconds, focus_sessions.seen_at, focus_sessions.paused_at, focus_sessions.background, focus_sessions.break_started_at
FROM focus_sessions ORDER BY focus_sessions.started_at DESC
LIMIT :limit OFFSET 0
"""

SPENT_ON_BLOCK = """\
SELECT coalesce(sum(focus_sessions.focused_seconds), 0) AS coalesce_1
FROM focus_sessions
WHERE focus_sessions.block_id = :block
"""

TASK_TITLES_AMONG = """\
SELECT tasks.id, tasks.title
FROM tasks
WHERE tasks.id IN (SELECT anon_1.value
FROM json_each(:numbers) AS anon_1)
"""

INSERT_INTERRUPTION = """\
INSERT INTO interruptions (uid, created_at, changed_at, session_id, at, note) VALUES (:uid, :created_at, :changed_at, :session_id, :at, :note)
"""

INTERRUPTIONS_OF = """\
SELECT interruptions.id, interruptions.uid, interruptions.created_at, interruptions.changed_at, interruptions.session_id, interruptions.at, interruptions.note
FROM interruptions
WHERE interruptions.session_id IN (SELECT anon_1.value
FROM json_each(:sessions) AS anon_1) ORDER BY interruptions.session_id, interruptions.at, interruptions.id
"""

INSERT_STRESS_ENTRY = """\
INSERT INTO stress_entries (uid, created_at, changed_at, week, written_at, zone, level, main_cause, coping, helped, demand, control, note) VALUES (:uid, :created_at, :changed_at, :week, :written_at, :zone, :level, :main_cause, :coping, :helped, :demand, :control, :note)
"""

UPDATE_STRESS_ENTRY = """\
UPDATE stress_entries SET changed_at=CASE WHEN (stress_entries.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, week=:week, written_at=:written_at, zone=:zone, level=:level, main_cause=:main_cause, coping=:coping, helped=:helped, demand=:demand, control=:control, note=:note WHERE stress_entries.id = :id
"""

DELETE_STRESS_ENTRY = """\
DELETE FROM stress_entries WHERE stress_entries.id = :id
"""

GET_STRESS_ENTRY = """\
SELECT stress_entries.id, stress_entries.uid, stress_entries.created_at, stress_entries.changed_at, stress_entries.week, stress_entries.written_at, stress_entries.zone, stress_entries.level, stress_entries.main_cause, stress_entries.coping, stress_entries.helped, stress_entries.demand, stress_entries.control, stress_entries.note
FROM stress_entries
WHERE stress_entries.id = :id
"""

STRESS_ENTRIES_OF_WEEKS = """\
SELECT stress_entries.id, stress_entries.uid, stress_entries.created_at, stress_entries.changed_at, stress_entries.week, stress_entries.written_at, stress_entries.zone, stress_entries.level, stress_entries.main_cause, stress_entries.coping, stress_entries.helped, stress_entries.demand, stress_entries.control, stress_entries.note
FROM stress_entries
WHERE stress_entries.week >= :first AND stress_entries.week <= :last ORDER BY stress_entries.week, stress_entries.written_at
"""

LATEST_STRESS_ENTRIES = """\
SELECT stress_entries.id, stress_entries.uid, stress_entries.created_at, stress_entries.changed_at, stress_entries.week, stress_entries.written_at, stress_entries.zone, stress_entries.level, stress_entries.main_cause, stress_entries.coping, stress_entries.helped, stress_entries.demand, stress_entries.control, stress_entries.note
FROM stress_entries ORDER BY stress_entries.written_at DESC, stress_entries.id DESC
LIMIT :limit OFFSET 0
"""

ALL_STRESS_ENTRIES = """\
SELECT stress_entries.id, stress_entries.uid, stress_entries.created_at, stress_entries.changed_at, stress_entries.week, stress_entries.written_at, stress_entries.zone, stress_entries.level, stress_entries.main_cause, stress_entries.coping, stress_entries.helped, stress_entries.demand, stress_entries.control, stress_entries.note
FROM stress_entries ORDER BY stress_entries.written_at, stress_entries.id
"""

INSERT_STRESS_TRIGGER = """\
INSERT INTO stress_triggers (uid, created_at, changed_at, entry_id, name, position) VALUES (:uid, :created_at, :changed_at, :entry_id, :name, :position)
"""

DELETE_STRESS_TRIGGERS = """\
DELETE FROM stress_triggers WHERE stress_triggers.entry_id = :entry
"""

STRESS_TRIGGERS_OF = """\
SELECT stress_triggers.entry_id, stress_triggers.name
FROM stress_triggers
WHERE stress_triggers.entry_id IN (SELECT anon_1.value
FROM json_each(:entries) AS anon_1) ORDER BY stress_triggers.entry_id, stress_triggers.position
"""

TRIGGER_NAMES = """\
SELECT stress_triggers.name, count(stress_triggers.id) AS times
FROM stress_triggers GROUP BY stress_triggers.name ORDER BY count(stress_triggers.id) DESC, stress_triggers.name
"""

INSERT_WEEKLY_REVIEW = """\
INSERT INTO weekly_reviews (uid, created_at, changed_at, week, started_at, finished_at, step, learned) VALUES (:uid, :created_at, :changed_at, :week, :started_at, :finished_at, :step, :learned)
"""

UPDATE_WEEKLY_REVIEW = """\
UPDATE weekly_reviews SET changed_at=CASE WHEN (weekly_reviews.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, week=:week, started_at=:started_at, finished_at=:finished_at, step=:step, learned=:learned WHERE weekly_reviews.id = :id
"""

WEEKLY_REVIEW_OF = """\
SELECT weekly_reviews.id, weekly_reviews.uid, weekly_reviews.created_at, weekly_reviews.changed_at, weekly_reviews.week, weekly_reviews.started_at, weekly_reviews.finished_at, weekly_reviews.step, weekly_reviews.learned
FROM weekly_reviews
WHERE weekly_reviews.week = :week
"""

WEEKLY_REVIEWS_BETWEEN = """\
SELECT weekly_reviews.id, weekly_reviews.uid, weekly_reviews.created_at, weekly_reviews.changed_at, weekly_reviews.week, weekly_reviews.started_at, weekly_reviews.finished_at, weekly_reviews.step, weekly_reviews.learned
FROM weekly_reviews
WHERE weekly_reviews.week >= :first AND weekly_reviews.week <= :last ORDER BY weekly_reviews.week
"""

INSERT_REVIEW_ITEM = """\
INSERT INTO review_items (uid, created_at, changed_at, review_id, kind, position, text, task_id, settled) VALUES (:uid, :created_at, :changed_at, :review_id, :kind, :position, :text, :task_id, :settled)
"""

DELETE_REVIEW_ITEMS = """\
DELETE FROM review_items WHERE review_items.review_id = :review
"""

REVIEW_ITEMS_OF = """\
SELECT review_items.id, review_items.uid, review_items.created_at, review_items.changed_at, review_items.review_id, review_items.kind, review_items.position, review_items.text, review_items.task_id, review_items.settled
FROM review_items
WHERE review_items.review_id = :review ORDER BY review_items.kind, review_items.position
"""

INSERT_REVIEW_DECISION = """\
INSERT INTO review_decisions (uid, created_at, changed_at, review_id, task_id, choice, until, "to") VALUES (:uid, :created_at, :changed_at, :review_id, :task_id, :choice, :until, :to)
"""

DELETE_REVIEW_DECISIONS = """\
DELETE FROM review_decisions WHERE review_decisions.review_id = :review
"""

REVIEW_DECISIONS_OF = """\
SELECT review_decisions.id, review_decisions.uid, review_decisions.created_at, review_decisions.changed_at, review_decisions.review_id, review_decisions.task_id, review_decisions.choice, review_decisions.until, review_decisions."to"
FROM review_decisions
WHERE review_decisions.review_id = :review ORDER BY review_decisions.id
"""

INSERT_MONTHLY_REFLECTION = """\
INSERT INTO monthly_reflections (uid, created_at, changed_at, month, written_at, worked, improve, adjust, habit) VALUES (:uid, :created_at, :changed_at, :month, :written_at, :worked, :improve, :adjust, :habit)
"""

UPDATE_MONTHLY_REFLECTION = """\
UPDATE monthly_reflections SET changed_at=CASE WHEN (monthly_reflections.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, month=:month, written_at=:written_at, worked=:worked, improve=:improve, adjust=:adjust, habit=:habit WHERE monthly_reflections.id = :id
"""

MONTHLY_REFLECTION_OF = """\
SELECT monthly_reflections.id, monthly_reflections.uid, monthly_reflections.created_at, monthly_reflections.changed_at, monthly_reflections.month, monthly_reflections.written_at, monthly_reflections.worked, monthly_reflections.improve, monthly_reflections.adjust, monthly_reflections.habit
FROM monthly_reflections
WHERE monthly_reflections.month = :month
"""

INSERT_EXPORTED_EVENT = """\
INSERT INTO exported_events (uid, created_at, changed_at, block_uid, recurrence_id, generation, sequence, digest, stamped_at, title, starts_at, ends_at, removed_at) VALUES (:uid, :created_at, :changed_at, :block_uid, :recurrence_id, :generation, :sequence, :digest, :stamped_at, :title, :starts_at, :ends_at, :removed_at)
"""

UPDATE_EXPORTED_EVENT = """\
UPDATE exported_events SET changed_at=CASE WHEN (exported_events.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, block_uid=:block_uid, recurrence_id=:recurrence_id, generation=:generation, sequence=:sequence, digest=:digest, stamped_at=:stamped_at, title=:title, starts_at=:starts_at, ends_at=:ends_at, removed_at=:removed_at WHERE exported_events.id = :id
"""

CONFIRM_EXPORTED_EVENT = """\
UPDATE exported_events SET changed_at=CASE WHEN (exported_events.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, digest=:digest WHERE exported_events.id = :id AND exported_events.sequence = :promised
"""

REMOVE_EXPORTED_EVENT = """\
UPDATE exported_events SET changed_at=CASE WHEN (exported_events.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, removed_at=:removed_at WHERE exported_events.id = :id
"""

EXPORTED_EVENTS_BETWEEN = """\
SELECT exported_events.id, exported_events.uid, exported_events.created_at, exported_events.changed_at, exported_events.block_uid, exported_events.recurrence_id, exported_events.generation, exported_events.sequence, exported_events.digest, exported_events.stamped_at, exported_events.title, exported_events.starts_at, exported_events.ends_at, exported_events.removed_at
FROM exported_events
WHERE exported_events.starts_at >= :start AND exported_events.starts_at < :end ORDER BY exported_events.starts_at, exported_events.id
"""

EXPORTED_EVENTS_OF = """\
SELECT exported_events.id, exported_events.uid, exported_events.created_at, exported_events.changed_at, exported_events.block_uid, exported_events.recurrence_id, exported_events.generation, exported_events.sequence, exported_events.digest, exported_events.stamped_at, exported_events.title, exported_events.starts_at, exported_events.ends_at, exported_events.removed_at
FROM exported_events
WHERE exported_events.block_uid IN (SELECT anon_1.value
FROM json_each(:blocks) AS anon_1)
"""

EXPORTED_EVENT_NAMED = """\
SELECT exported_events.id
FROM exported_events
WHERE exported_events.uid = :uid
"""

BLOCK_NUMBERS = """\
SELECT blocks.id
FROM blocks
WHERE blocks.uid IN (SELECT anon_1.value
FROM json_each(:uids) AS anon_1)
"""

EXPORTED_EVENT_SUMMARY = """\
SELECT count(exported_events.id) AS events, max(CASE WHEN (exported_events.removed_at IS NULL) THEN exported_events.stamped_at END) AS latest, coalesce(max(exported_events.generation), 1) AS generation
FROM exported_events
"""

INSERT_HOLIDAY = """\
INSERT INTO holidays (uid, created_at, changed_at, day, name, kind, basis, cancelled) VALUES (:uid, :created_at, :changed_at, :day, :name, :kind, :basis, :cancelled)
"""

UPDATE_HOLIDAY = """\
UPDATE holidays SET changed_at=CASE WHEN (holidays.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, day=:day, name=:name, kind=:kind, basis=:basis, cancelled=:cancelled WHERE holidays.id = :id
"""

DELETE_HOLIDAY = """\
DELETE FROM holidays WHERE holidays.id = :id
"""

HOLIDAYS_BETWEEN = """\
SELECT holidays.id, holidays.uid, holidays.created_at, holidays.changed_at, holidays.day, holidays.name, holidays.kind, holidays.basis, holidays.cancelled
FROM holidays
WHERE holidays.day >= :first AND holidays.day < :end ORDER BY holidays.day
"""

INSERT_LEAVE = """\
INSERT INTO leaves (uid, created_at, changed_at, kind, first, last, half, letter, note) VALUES (:uid, :created_at, :changed_at, :kind, :first, :last, :half, :letter, :note)
"""

UPDATE_LEAVE = """\
UPDATE leaves SET changed_at=CASE WHEN (leaves.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, kind=:kind, first=:first, last=:last, half=:half, letter=:letter, note=:note WHERE leaves.id = :id
"""

DELETE_LEAVE = """\
DELETE FROM leaves WHERE leaves.id = :id
"""

GET_LEAVE = """\
SELECT leaves.id, leaves.uid, leaves.created_at, leaves.changed_at, leaves.kind, leaves.first, leaves.last, leaves.half, leaves.letter, leaves.note
FROM leaves
WHERE leaves.id = :id
"""

LEAVES_BETWEEN = """\
SELECT leaves.id, leaves.uid, leaves.created_at, leaves.changed_at, leaves.kind, leaves.first, leaves.last, leaves.half, leaves.letter, leaves.note
FROM leaves
WHERE leaves.last >= :start AND leaves.first < :end ORDER BY leaves.first, leaves.id
"""

INSERT_LOCATION_DAY = """\
INSERT INTO location_days (uid, created_at, changed_at, day, location, basis, start_time, end_time, output, evidence, obstacle) VALUES (:uid, :created_at, :changed_at, :day, :location, :basis, :start_time, :end_time, :output, :evidence, :obstacle)
"""

UPDATE_LOCATION_DAY = """\
UPDATE location_days SET changed_at=CASE WHEN (location_days.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, day=:day, location=:location, basis=:basis, start_time=:start_time, end_time=:end_time, output=:output, evidence=:evidence, obstacle=:obstacle WHERE location_days.id = :id
"""

DELETE_LOCATION_DAY = """\
DELETE FROM location_days WHERE location_days.id = :id
"""

LOCATION_DAYS_BETWEEN = """\
SELECT location_days.id, location_days.uid, location_days.created_at, location_days.changed_at, location_days.day, location_days.location, location_days.basis, location_days.start_time, location_days.end_time, location_days.output, location_days.evidence, location_days.obstacle
FROM location_days
WHERE location_days.day >= :first AND location_days.day < :end ORDER BY location_days.day
"""

INSERT_SHIFT = """\
INSERT INTO shifts (uid, created_at, changed_at, day, name, start_time, end_time, break_start, break_end) VALUES (:uid, :created_at, :changed_at, :day, :name, :start_time, :end_time, :break_start, :break_end)
"""

UPDATE_SHIFT = """\
UPDATE shifts SET changed_at=CASE WHEN (shifts.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, day=:day, name=:name, start_time=:start_time, end_time=:end_time, break_start=:break_start, break_end=:break_end WHERE shifts.id = :id
"""

DELETE_SHIFT = """\
DELETE FROM shifts WHERE shifts.id = :id
"""

SHIFTS_BETWEEN = """\
SELECT shifts.id, shifts.uid, shifts.created_at, shifts.changed_at, shifts.day, shifts.name, shifts.start_time, shifts.end_time, shifts.break_start, shifts.break_end
FROM shifts
WHERE shifts.day >= :first AND shifts.day < :end ORDER BY shifts.day
"""

INSERT_OVERTIME = """\
INSERT INTO overtimes (uid, created_at, changed_at, starts_at, ends_at, zone, letter, reason) VALUES (:uid, :created_at, :changed_at, :starts_at, :ends_at, :zone, :letter, :reason)
"""

UPDATE_OVERTIME = """\
UPDATE overtimes SET changed_at=CASE WHEN (overtimes.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, starts_at=:starts_at, ends_at=:ends_at, zone=:zone, letter=:letter, reason=:reason WHERE overtimes.id = :id
"""

DELETE_OVERTIME = """\
DELETE FROM overtimes WHERE overtimes.id = :id
"""

GET_OVERTIME = """\
SELECT overtimes.id, overtimes.uid, overtimes.created_at, overtimes.changed_at, overtimes.starts_at, overtimes.ends_at, overtimes.zone, overtimes.letter, overtimes.reason
FROM overtimes
WHERE overtimes.id = :id
"""

OVERTIMES_BETWEEN = """\
SELECT overtimes.id, overtimes.uid, overtimes.created_at, overtimes.changed_at, overtimes.starts_at, overtimes.ends_at, overtimes.zone, overtimes.letter, overtimes.reason
FROM overtimes
WHERE overtimes.starts_at >= :start AND overtimes.starts_at < :end ORDER BY overtimes.starts_at, overtimes.id
"""

INSERT_PLAN = """\
INSERT INTO plans (uid, created_at, changed_at, first, last, zone, applied_at) VALUES (:uid, :created_at, :changed_at, :first, :last, :zone, :applied_at)
"""

INSERT_PLAN_PIECE = """\
INSERT INTO plan_pieces (uid, created_at, changed_at, plan_id, task_id, block_uid, title, starts_at, ends_at, reason, position, replaced) VALUES (:uid, :created_at, :changed_at, :plan_id, :task_id, :block_uid, :title, :starts_at, :ends_at, :reason, :position, :replaced)
"""

REPLACE_PLAN_PIECES = """\
UPDATE plan_pieces SET changed_at=CASE WHEN (plan_pieces.changed_at > :changed_at) THEN strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') ELSE :changed_at END, replaced=1 WHERE plan_pieces.block_uid IN (SELECT anon_1.value
FROM json_each(:uids) AS anon_1)
"""

PLAN_PIECES_BETWEEN = """\
SELECT plan_pieces.id, plan_pieces.uid, plan_pieces.created_at, plan_pieces.changed_at, plan_pieces.plan_id, plan_pieces.task_id, plan_pieces.block_uid, plan_pieces.title, plan_pieces.starts_at, plan_pieces.ends_at, plan_pieces.reason, plan_pieces.position, plan_pieces.replaced
FROM plan_pieces
WHERE plan_pieces.starts_at >= :start AND plan_pieces.starts_at < :end ORDER BY plan_pieces.starts_at, plan_pieces.id
"""

PLANNED_BLOCKS_AMONG = """\
SELECT plan_pieces.block_uid
FROM plan_pieces
WHERE plan_pieces.block_uid IN (SELECT anon_1.value
FROM json_each(:uids) AS anon_1)
"""

PLANS_AMONG = """\
SELECT plans.id, plans.uid, plans.created_at, plans.changed_at, plans.first, plans.last, plans.zone, plans.applied_at
FROM plans
WHERE plans.id IN (SELECT anon_1.value
FROM json_each(:numbers) AS anon_1) ORDER BY plans.id
"""

BLOCKS_NAMED = """\
SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.uid IN (SELECT anon_1.value
FROM json_each(:uids) AS anon_1)
"""

TASK_BLOCKS_FROM = """\
SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.rule IS NULL AND blocks.starts_at >= :start AND blocks.task_id IS NOT NULL ORDER BY blocks.starts_at, blocks.id
"""

DONE_BLOCKS_OF_TASKS = """\
SELECT blocks.id, blocks.uid, blocks.created_at, blocks.changed_at, blocks.title, blocks.starts_at, blocks.ends_at, blocks.zone, blocks.element, blocks.kind, blocks.status, blocks.protected, blocks.location, blocks.task_id, blocks.target_id, blocks.note, blocks.result, blocks.evidence, blocks.indicator_id, blocks.realisation, blocks.akhlak, blocks.actual_starts_at, blocks.actual_ends_at, blocks.rule, blocks.last_day, blocks.series_id, blocks.recurrence_id, blocks.requested_by
FROM blocks
WHERE blocks.task_id IN (SELECT anon_1.value
FROM json_each(:tasks) AS anon_1) AND blocks.status = 'done'
"""

FOCUSED_ON_BLOCKS = """\
SELECT focus_sessions.task_id, sum(focus_sessions.focused_seconds) AS seconds
FROM focus_sessions JOIN blocks ON blocks.id = focus_sessions.block_id AND blocks.task_id = focus_sessions.task_id
WHERE focus_sessions.block_id IN (SELECT anon_1.value
FROM json_each(:blocks) AS anon_1) GROUP BY focus_sessions.task_id
"""

CLOSE_STRANGE_STEP = """\
UPDATE steps SET state='done' WHERE steps.id = (SELECT steps.id
FROM steps ORDER BY steps.id DESC
LIMIT 1 OFFSET 0) AND steps.state = 'open'
"""

TWO_NEWEST_STEPS = """\
SELECT steps.id, steps.state = 'open' AS open, steps.state = 'undone' AS undone
FROM steps ORDER BY steps.id DESC
LIMIT 2 OFFSET 0
"""

CLOSE_STEP = """\
UPDATE steps SET created_at=:at, changed_at=:at, command=:command, state='done' WHERE steps.id = :id
"""

JOIN_CHANGES = """\
UPDATE OR IGNORE changes SET step_id=:joined WHERE changes.step_id = :id
"""

TOUCH_STEP = """\
UPDATE steps SET changed_at=:at WHERE steps.id = :id
"""

DELETE_STEP = """\
DELETE FROM steps WHERE steps.id = :id
"""

DELETE_CHANGES = """\
DELETE FROM changes WHERE changes.step_id = :id AND changes.table_name != 'settings'
"""

REPLACE_SETTINGS = """\
UPDATE changes SET image=:image WHERE changes.step_id = :id AND changes.table_name = 'settings'
"""

FORGET_UNDONE_STEPS = """\
DELETE FROM steps WHERE steps.state = 'undone'
"""

FORGET_STEPS_BEYOND = """\
DELETE FROM steps WHERE steps.id <= (SELECT steps.id
FROM steps ORDER BY steps.id DESC
LIMIT 1 OFFSET 1000)
"""

FORGET_STEPS_BEFORE = """\
DELETE FROM steps WHERE steps.id < (SELECT steps.id
FROM steps
WHERE steps.created_at >= strftime('%Y-%m-%dT%H:%M:%SZ', (SELECT steps.created_at
FROM steps
WHERE steps.created_at <= strftime('%Y-%m-%dT%H:%M:%SZ', :at, '-1 days') ORDER BY steps.id DESC
LIMIT 1 OFFSET 0), '-90 days') ORDER BY steps.id
LIMIT 1 OFFSET 0)
"""

STEPS_TO_UNDO = """\
SELECT steps.id, steps.created_at, steps.changed_at, steps.command, steps.state
FROM steps
WHERE steps.state != 'undone' ORDER BY steps.id DESC
LIMIT :limit OFFSET 0
"""

STEPS_TO_REDO = """\
SELECT steps.id, steps.created_at, steps.changed_at, steps.command, steps.state
FROM steps
WHERE steps.state = 'undone' ORDER BY steps.id
LIMIT :limit OFFSET 0
"""

COUNT_STEPS_TO_REDO = """\
SELECT count(*) AS n
FROM steps
WHERE steps.state = 'undone'
"""

CHANGES_OF_STEP = """\
SELECT changes.table_name, changes.row_id, changes.image
FROM changes
WHERE changes.step_id = :id ORDER BY changes.table_name, changes.row_id
"""

MARK_STEP = """\
UPDATE steps SET changed_at=:changed_at, state=:state WHERE steps.id = :id
"""

LOG_IMAGE = """\
INSERT INTO log (table_name, row_id, image) VALUES (:table_name, :row_id, :image)
"""

DELETIONS = """\
SELECT deletions.uid, deletions.table_name, deletions.changed_at
FROM deletions
"""

FORGET_DELETIONS = """\
DELETE FROM deletions WHERE deletions.table_name = :table_name
"""

TABLES_CHANGED_BY_STEP = """\
SELECT DISTINCT changes.table_name
FROM changes
WHERE changes.step_id = :id AND changes.image IS NOT NULL
"""

INVENTORY = """\
SELECT 'deletions' AS name, count(*) AS rows, min(deletions.created_at) AS oldest, max(deletions.changed_at) AS newest
FROM deletions UNION ALL SELECT 'exported_events' AS name, count(*) AS rows, min(exported_events.created_at) AS oldest, max(exported_events.changed_at) AS newest
FROM exported_events UNION ALL SELECT 'holidays' AS name, count(*) AS rows, min(holidays.created_at) AS oldest, max(holidays.changed_at) AS newest
FROM holidays UNION ALL SELECT 'leaves' AS name, count(*) AS rows, min(leaves.created_at) AS oldest, max(leaves.changed_at) AS newest
FROM leaves UNION ALL SELECT 'location_days' AS name, count(*) AS rows, min(location_days.created_at) AS oldest, max(location_days.changed_at) AS newest
FROM location_days UNION ALL SELECT 'monthly_reflections' AS name, count(*) AS rows, min(monthly_reflections.created_at) AS oldest, max(monthly_reflections.changed_at) AS newest
FROM monthly_reflections UNION ALL SELECT 'overtimes' AS name, count(*) AS rows, min(overtimes.created_at) AS oldest, max(overtimes.changed_at) AS newest
FROM overtimes UNION ALL SELECT 'plans' AS name, count(*) AS rows, min(plans.created_at) AS oldest, max(plans.changed_at) AS newest
FROM plans UNION ALL SELECT 'shifts' AS name, count(*) AS rows, min(shifts.created_at) AS oldest, max(shifts.changed_at) AS newest
FROM shifts UNION ALL SELECT 'steps' AS name, count(*) AS rows, min(steps.created_at) AS oldest, max(steps.changed_at) AS newest
FROM steps UNION ALL SELECT 'stress_entries' AS name, count(*) AS rows, min(stress_entries.created_at) AS oldest, max(stress_entries.changed_at) AS newest
FROM stress_entries UNION ALL SELECT 'targets' AS name, count(*) AS rows, min(targets.created_at) AS oldest, max(targets.changed_at) AS newest
FROM targets UNION ALL SELECT 'weekly_reviews' AS name, count(*) AS rows, min(weekly_reviews.created_at) AS oldest, max(weekly_reviews.changed_at) AS newest
FROM weekly_reviews UNION ALL SELECT 'dialogues' AS name, count(*) AS rows, min(dialogues.created_at) AS oldest, max(dialogues.changed_at) AS newest
FROM dialogues UNION ALL SELECT 'indicators' AS name, count(*) AS rows, min(indicators.created_at) AS oldest, max(indicators.changed_at) AS newest
FROM indicators UNION ALL SELECT 'stress_triggers' AS name, count(*) AS rows, min(stress_triggers.created_at) AS oldest, max(stress_triggers.changed_at) AS newest
FROM stress_triggers UNION ALL SELECT 'tasks' AS name, count(*) AS rows, min(tasks.created_at) AS oldest, max(tasks.changed_at) AS newest
FROM tasks UNION ALL SELECT 'blocks' AS name, count(*) AS rows, min(blocks.created_at) AS oldest, max(blocks.changed_at) AS newest
FROM blocks UNION ALL SELECT 'plan_pieces' AS name, count(*) AS rows, min(plan_pieces.created_at) AS oldest, max(plan_pieces.changed_at) AS newest
FROM plan_pieces UNION ALL SELECT 'review_decisions' AS name, count(*) AS rows, min(review_decisions.created_at) AS oldest, max(review_decisions.changed_at) AS newest
FROM review_decisions UNION ALL SELECT 'review_items' AS name, count(*) AS rows, min(review_items.created_at) AS oldest, max(review_items.changed_at) AS newest
FROM review_items UNION ALL SELECT 'exclusions' AS name, count(*) AS rows, min(exclusions.created_at) AS oldest, max(exclusions.changed_at) AS newest
FROM exclusions UNION ALL SELECT 'focus_sessions' AS name, count(*) AS rows, min(focus_sessions.created_at) AS oldest, max(focus_sessions.changed_at) AS newest
FROM focus_sessions UNION ALL SELECT 'interruptions' AS name, count(*) AS rows, min(interruptions.created_at) AS oldest, max(interruptions.changed_at) AS newest
FROM interruptions
"""
