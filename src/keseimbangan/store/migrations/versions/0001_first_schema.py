"""The first schema. Its text is frozen: a store of that day must always have a way from here.

Revision ID: 0001
"""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = """\
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
) STRICT;
CREATE INDEX ix_exported_events_starts_at ON exported_events (starts_at);
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
) STRICT;
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
) STRICT;
CREATE INDEX ix_stress_entries_week ON stress_entries (week);
CREATE INDEX ix_stress_entries_written_at ON stress_entries (written_at);
CREATE TABLE targets (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    year INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    UNIQUE (uid)
) STRICT;
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
    CONSTRAINT ck_step CHECK (step IN ('decisions', 'learned', 'wins', 'priorities', 'blocks',
        'finished')),
    UNIQUE (uid),
    UNIQUE (week)
) STRICT;
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
) STRICT;
CREATE INDEX ix_review_items_task_id ON review_items (task_id);
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
) STRICT;
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
    note TEXT,
    CONSTRAINT ck_status CHECK (status IN ('open', 'delegated', 'done', 'dropped')),
    CONSTRAINT ck_kind CHECK (kind IN ('routine', 'project', 'ad_hoc')),
    CONSTRAINT ck_impact CHECK (impact IN ('high', 'medium', 'low')),
    CONSTRAINT ck_element CHECK (element IN ('work', 'life', 'recovery', 'growth')),
    CONSTRAINT ck_estimate_minutes CHECK (estimate_minutes > 0),
    UNIQUE (uid),
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE SET NULL,
    FOREIGN KEY(parent_id) REFERENCES tasks (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_tasks_done_at ON tasks (done_at);
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
    actual_starts_at TEXT,
    actual_ends_at TEXT,
    rule TEXT,
    last_day TEXT,
    series_id INTEGER,
    recurrence_id TEXT,
    CONSTRAINT ck_element CHECK (element IN ('work', 'life', 'recovery', 'growth')),
    CONSTRAINT ck_kind CHECK (kind IN ('focus', 'meeting', 'administration', 'service',
        'break', 'family', 'buffer', 'other')),
    CONSTRAINT ck_status CHECK (status IN ('planned', 'done', 'skipped')),
    CONSTRAINT ck_location CHECK (location IN ('office', 'home', 'other')),
    CONSTRAINT ck_block_order CHECK (starts_at < ends_at),
    CONSTRAINT ck_block_actual CHECK ((actual_starts_at IS NULL) = (actual_ends_at IS NULL)),
    CONSTRAINT ck_block_sort CHECK (rule IS NULL OR series_id IS NULL),
    CONSTRAINT ck_block_recurrence CHECK ((series_id IS NULL) = (recurrence_id IS NULL)),
    CONSTRAINT uq_block_occurrence UNIQUE (series_id, recurrence_id),
    UNIQUE (uid),
    FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE SET NULL,
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE SET NULL,
    FOREIGN KEY(series_id) REFERENCES blocks (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_blocks_series ON blocks (last_day) WHERE rule IS NOT NULL;
CREATE INDEX ix_blocks_target_id ON blocks (target_id);
CREATE INDEX ix_blocks_task_id ON blocks (task_id);
CREATE INDEX ix_blocks_time ON blocks (starts_at) WHERE rule IS NULL;
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
) STRICT;
CREATE INDEX ix_review_decisions_task_id ON review_decisions (task_id);
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
) STRICT;
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
) STRICT;
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
) STRICT;
CREATE INDEX ix_interruptions_session_id ON interruptions (session_id);
"""


def upgrade() -> None:
    """Create every table and index of schema 1."""
    connection = op.get_bind()
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            # Not op.execute, which would read a colon in the text as a parameter.
            connection.exec_driver_sql(statement)
