namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Fewer pages a commit: states stand beside those of the same job, and an entry of a queue is in one small tree, waiting or fetched.</summary>
internal static class SchemaVersion2
{
    public const string Script = """
        -- A job's states, numbered from 1. That most jobs wait, nobody asks by state: the queues tell.
        CREATE TABLE NewState (
            JobId INTEGER NOT NULL REFERENCES Job (Id) ON DELETE CASCADE,
            Number INTEGER NOT NULL,
            Name TEXT NOT NULL,
            Reason TEXT,
            CreatedAt INTEGER NOT NULL,
            Data TEXT,
            PRIMARY KEY (JobId, Number)) WITHOUT ROWID;
        INSERT INTO NewState SELECT JobId, row_number() OVER (PARTITION BY JobId ORDER BY Id), Name, Reason, CreatedAt, Data FROM State;
        UPDATE Job SET StateId = (SELECT count(*) FROM State WHERE State.JobId = Job.Id AND State.Id <= Job.StateId) WHERE StateId IS NOT NULL;
        ALTER TABLE Job RENAME COLUMN StateId TO StateNumber;
        DROP TABLE State;
        ALTER TABLE NewState RENAME TO State;
        DROP INDEX Job_State;
        CREATE INDEX Job_State ON Job (StateName, Id) WHERE StateName <> 'Enqueued';

        -- An entry keeps its number when it is fetched, and so its place when it is given back.
        CREATE TABLE Waiting (Queue TEXT NOT NULL, Number INTEGER NOT NULL, JobId INTEGER NOT NULL, PRIMARY KEY (Queue, Number)) WITHOUT ROWID;
        -- Fetch is a number that no other fetch has, so that a late acknowledgement can't hit a later fetch.
        CREATE TABLE Fetched (
            Queue TEXT NOT NULL,
            Number INTEGER NOT NULL,
            JobId INTEGER NOT NULL,
            Fetch INTEGER NOT NULL,
            Owner TEXT NOT NULL,
            FetchedAt INTEGER NOT NULL,
            InvisibleUntil INTEGER NOT NULL,
            PRIMARY KEY (Queue, Number)) WITHOUT ROWID;
        INSERT INTO Waiting SELECT Queue, Id, JobId FROM JobQueue WHERE Owner IS NULL;
        INSERT INTO Fetched SELECT Queue, Id, JobId, Fetch, Owner, FetchedAt, InvisibleUntil FROM JobQueue WHERE Owner IS NOT NULL;
        DROP TABLE JobQueue;
        """;
}
