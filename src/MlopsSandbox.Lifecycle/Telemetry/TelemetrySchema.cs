namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>The tables of <c>telemetry.db</c>.</summary>
internal static class TelemetrySchema
{
    /// <summary>What an attribute's value is found by: a text without quotes, anything else as it stands in JSON. A key that no path can name is told by SQLite's own text.</summary>
    private const string NewPairs = """
        SELECT j.key AS Name, CASE
            WHEN j.type = 'text' THEN j.atom
            WHEN instr(j.key, '"') + instr(j.key, '\') = 0 THEN NEW.Attributes -> j.fullkey
            ELSE CAST(j.value AS TEXT) END AS Value
        FROM json_each(NEW.Attributes) j WHERE length(j.value) <= 200 OR j.value IS NULL
        """;

    private static readonly string OldPairs = NewPairs.Replace("NEW.", "OLD.", StringComparison.Ordinal);

    private const string NewLinks = """
        SELECT DISTINCT json_extract(j.value, '$.traceId') AS ToTraceId, NEW.TraceId AS FromTraceId, NEW.SpanId AS FromSpanId
        FROM json_each(NEW.Links) j WHERE json_extract(j.value, '$.traceId') <> NEW.TraceId
        """;

    private static readonly string OldLinks = NewLinks.Replace("NEW.", "OLD.", StringComparison.Ordinal);

    /// <summary>Scripts by version: the n-th brings a file from version n to n + 1. Never edit one that was released; add the next.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE Span (
            TraceId TEXT NOT NULL,
            SpanId TEXT NOT NULL,
            ParentId TEXT,
            Name TEXT NOT NULL,
            Kind TEXT NOT NULL,
            Source TEXT NOT NULL,
            StartedAt INTEGER NOT NULL,
            EndedAt INTEGER,
            ClosedAt INTEGER,       -- end of the run, told by whichever process saw it; stands before the span's own end
            Status TEXT NOT NULL,
            StatusMessage TEXT,
            Attributes TEXT NOT NULL,
            Events TEXT NOT NULL,
            Links TEXT NOT NULL,
            Owner TEXT NOT NULL,
            PRIMARY KEY (TraceId, SpanId)) WITHOUT ROWID;
        CREATE INDEX Span_Open ON Span (Owner) WHERE EndedAt IS NULL;
        """,
        // What pages of traces show and are filtered by, kept by triggers: so it is right whichever process writes a span, and of whichever version.
        // The spans of before are written once more, and so are counted as all others are.
        $"""
        ALTER TABLE Span RENAME TO SpanBefore;
        DROP INDEX Span_Open;
        CREATE TABLE Span (
            TraceId TEXT NOT NULL,
            SpanId TEXT NOT NULL,
            ParentId TEXT,
            Name TEXT NOT NULL,
            Kind TEXT NOT NULL,
            Source TEXT NOT NULL,
            StartedAt INTEGER NOT NULL,
            EndedAt INTEGER,
            ClosedAt INTEGER,
            Status TEXT NOT NULL,
            StatusMessage TEXT,
            Attributes TEXT NOT NULL,
            Events TEXT NOT NULL,
            Links TEXT NOT NULL,
            Owner TEXT NOT NULL,
            PRIMARY KEY (TraceId, SpanId)) WITHOUT ROWID;
        CREATE INDEX Span_Open ON Span (Owner) WHERE EndedAt IS NULL;

        CREATE TABLE Trace (
            TraceId TEXT PRIMARY KEY,
            RootSpanId TEXT NOT NULL,       -- of the spans without a parent, else of all, the first
            RootIsChild INTEGER NOT NULL,
            RootStartedAt INTEGER NOT NULL,
            RootName TEXT NOT NULL,
            Status TEXT NOT NULL,           -- the root's
            RunId TEXT,
            StartedAt INTEGER NOT NULL,
            EndedAt INTEGER,                -- the last end that a span has, a run's own end before its root span's
            SpanCount INTEGER NOT NULL,
            OpenCount INTEGER NOT NULL,
            ErrorCount INTEGER NOT NULL,
            Duration INTEGER AS (CASE WHEN OpenCount = 0 THEN EndedAt - StartedAt END) VIRTUAL) WITHOUT ROWID;
        CREATE INDEX Trace_Started ON Trace (StartedAt, TraceId, RootName, RunId);
        CREATE INDEX Trace_Duration ON Trace (Duration);
        CREATE INDEX Trace_Failed ON Trace (StartedAt) WHERE ErrorCount > 0;
        CREATE TABLE TraceAttribute (
            Name TEXT NOT NULL,
            Value TEXT NOT NULL,
            TraceId TEXT NOT NULL,
            SpanCount INTEGER NOT NULL,
            PRIMARY KEY (Name, Value, TraceId)) WITHOUT ROWID;
        CREATE TABLE TraceLink (
            ToTraceId TEXT NOT NULL,
            FromTraceId TEXT NOT NULL,
            FromSpanId TEXT NOT NULL,
            PRIMARY KEY (ToTraceId, FromTraceId, FromSpanId)) WITHOUT ROWID;

        CREATE TRIGGER Span_Added AFTER INSERT ON Span BEGIN
            INSERT INTO Trace (TraceId, RootSpanId, RootIsChild, RootStartedAt, RootName, Status, RunId, StartedAt, EndedAt, SpanCount, OpenCount, ErrorCount)
            VALUES (NEW.TraceId, NEW.SpanId, NEW.ParentId IS NOT NULL, NEW.StartedAt, NEW.Name, NEW.Status, NEW.Attributes ->> '$."{TelemetryNames.Attributes.PipelineRunId}"',
                NEW.StartedAt, coalesce(NEW.ClosedAt, NEW.EndedAt), 1, coalesce(NEW.ClosedAt, NEW.EndedAt) IS NULL, NEW.Status = 'Error')
            ON CONFLICT (TraceId) DO UPDATE SET
                RunId = coalesce(RunId, excluded.RunId),
                StartedAt = min(StartedAt, excluded.StartedAt),
                EndedAt = max(coalesce(EndedAt, excluded.EndedAt), coalesce(excluded.EndedAt, EndedAt)),
                SpanCount = SpanCount + 1, OpenCount = OpenCount + excluded.OpenCount, ErrorCount = ErrorCount + excluded.ErrorCount;
            UPDATE Trace SET RootSpanId = NEW.SpanId, RootIsChild = NEW.ParentId IS NOT NULL, RootStartedAt = NEW.StartedAt, RootName = NEW.Name, Status = NEW.Status
            WHERE TraceId = NEW.TraceId AND (NEW.ParentId IS NOT NULL, NEW.StartedAt, NEW.SpanId) < (RootIsChild, RootStartedAt, RootSpanId);
            INSERT INTO TraceAttribute (Name, Value, TraceId, SpanCount) SELECT Name, Value, NEW.TraceId, 1 FROM ({NewPairs}) WHERE true
            ON CONFLICT (Name, Value, TraceId) DO UPDATE SET SpanCount = SpanCount + 1;
        END;
        CREATE TRIGGER Span_Changed AFTER UPDATE ON Span BEGIN
            UPDATE Trace SET
                RunId = coalesce(RunId, NEW.Attributes ->> '$."{TelemetryNames.Attributes.PipelineRunId}"'),
                EndedAt = CASE
                    WHEN coalesce(NEW.ClosedAt, NEW.EndedAt) < coalesce(OLD.ClosedAt, OLD.EndedAt) THEN (SELECT max(coalesce(ClosedAt, EndedAt)) FROM Span WHERE TraceId = NEW.TraceId)
                    ELSE max(coalesce(EndedAt, NEW.ClosedAt, NEW.EndedAt), coalesce(NEW.ClosedAt, NEW.EndedAt, EndedAt)) END,
                OpenCount = OpenCount + (coalesce(NEW.ClosedAt, NEW.EndedAt) IS NULL) - (coalesce(OLD.ClosedAt, OLD.EndedAt) IS NULL),
                ErrorCount = ErrorCount + (NEW.Status = 'Error') - (OLD.Status = 'Error')
            WHERE TraceId = NEW.TraceId;
            UPDATE Trace SET RootName = NEW.Name, Status = NEW.Status WHERE TraceId = NEW.TraceId AND RootSpanId = NEW.SpanId;
        END;
        CREATE TRIGGER Span_AttributesChanged AFTER UPDATE OF Attributes ON Span WHEN NEW.Attributes <> OLD.Attributes BEGIN
            INSERT INTO TraceAttribute (Name, Value, TraceId, SpanCount) SELECT Name, Value, NEW.TraceId, 1 FROM ({NewPairs} EXCEPT {OldPairs}) WHERE true
            ON CONFLICT (Name, Value, TraceId) DO UPDATE SET SpanCount = SpanCount + 1;
            UPDATE TraceAttribute SET SpanCount = SpanCount - 1 WHERE TraceId = OLD.TraceId AND (Name, Value) IN ({OldPairs} EXCEPT {NewPairs});
            DELETE FROM TraceAttribute WHERE TraceId = OLD.TraceId AND SpanCount = 0 AND (Name, Value) IN ({OldPairs} EXCEPT {NewPairs});
        END;
        CREATE TRIGGER Span_LinksAdded AFTER INSERT ON Span WHEN NEW.Links <> '[]' BEGIN
            INSERT INTO TraceLink (ToTraceId, FromTraceId, FromSpanId) SELECT ToTraceId, FromTraceId, FromSpanId FROM ({NewLinks}) WHERE true ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER Span_LinksChanged AFTER UPDATE OF Links ON Span WHEN NEW.Links <> OLD.Links BEGIN
            DELETE FROM TraceLink WHERE (ToTraceId, FromTraceId, FromSpanId) IN ({OldLinks});
            INSERT INTO TraceLink (ToTraceId, FromTraceId, FromSpanId) SELECT ToTraceId, FromTraceId, FromSpanId FROM ({NewLinks}) WHERE true ON CONFLICT DO NOTHING;
        END;

        INSERT INTO Span (TraceId, SpanId, ParentId, Name, Kind, Source, StartedAt, EndedAt, ClosedAt, Status, StatusMessage, Attributes, Events, Links, Owner)
            SELECT TraceId, SpanId, ParentId, Name, Kind, Source, StartedAt, EndedAt, ClosedAt, Status, StatusMessage, Attributes, Events, Links, Owner FROM SpanBefore;
        DROP TABLE SpanBefore;
        """,
    ];
}
