namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>The first tables. Times are milliseconds since 1970 in UTC; a job's parameters are a JSON object of texts.</summary>
/// <remarks>
/// A commit writes each page that it has touched, which is what it costs. So a row that is always read with another is part of it
/// (the parameters), small tables have no second index, and only a job's id, which must never come again, costs a sequence.
/// </remarks>
internal static class SchemaVersion1
{
    public const string Script = """
        CREATE TABLE Job (
            Id INTEGER PRIMARY KEY AUTOINCREMENT,
            InvocationData TEXT NOT NULL,
            StateId INTEGER,
            StateName TEXT,
            Parameters TEXT,
            CreatedAt INTEGER NOT NULL,
            ExpireAt INTEGER);
        CREATE INDEX Job_State ON Job (StateName, Id) WHERE StateName IS NOT NULL;
        CREATE INDEX Job_Expire ON Job (ExpireAt) WHERE ExpireAt IS NOT NULL;

        CREATE TABLE State (
            Id INTEGER PRIMARY KEY,
            JobId INTEGER NOT NULL REFERENCES Job (Id) ON DELETE CASCADE,
            Name TEXT NOT NULL,
            Reason TEXT,
            CreatedAt INTEGER NOT NULL,
            Data TEXT);
        CREATE INDEX State_Job ON State (JobId, Id);

        -- A fetched entry has an Owner; Fetch is a number that no other fetch has, so that a late acknowledgement can't hit a later fetch.
        CREATE TABLE JobQueue (
            Id INTEGER PRIMARY KEY,
            JobId INTEGER NOT NULL,
            Queue TEXT NOT NULL,
            Fetch INTEGER,
            Owner TEXT,
            FetchedAt INTEGER,
            InvisibleUntil INTEGER);
        CREATE INDEX JobQueue_Waiting ON JobQueue (Queue, Id) WHERE Owner IS NULL;
        CREATE INDEX JobQueue_Fetched ON JobQueue (Owner, Id) WHERE Owner IS NOT NULL;

        -- A process that may hold jobs or locks. Token names its lock file.
        CREATE TABLE Owner (Token TEXT PRIMARY KEY, Since INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE DistributedLock (
            Resource TEXT PRIMARY KEY,
            Owner TEXT NOT NULL,
            Holder TEXT NOT NULL,
            ExpireAt INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE Server (Id TEXT PRIMARY KEY, Owner TEXT NOT NULL, Data TEXT NOT NULL, LastHeartbeat INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE Counter ("Key" TEXT PRIMARY KEY, Value INTEGER NOT NULL, ExpireAt INTEGER) WITHOUT ROWID;
        CREATE INDEX Counter_Expire ON Counter (ExpireAt) WHERE ExpireAt IS NOT NULL;

        CREATE TABLE Hash ("Key" TEXT NOT NULL, Field TEXT NOT NULL, Value TEXT, ExpireAt INTEGER, PRIMARY KEY ("Key", Field)) WITHOUT ROWID;
        CREATE INDEX Hash_Expire ON Hash (ExpireAt) WHERE ExpireAt IS NOT NULL;

        CREATE TABLE List (Id INTEGER PRIMARY KEY, "Key" TEXT NOT NULL, Value TEXT, ExpireAt INTEGER);
        CREATE INDEX List_Key ON List ("Key", Id);
        CREATE INDEX List_Expire ON List (ExpireAt) WHERE ExpireAt IS NOT NULL;

        CREATE TABLE "Set" (
            Id INTEGER PRIMARY KEY,
            "Key" TEXT NOT NULL,
            Value TEXT NOT NULL,
            Score REAL NOT NULL,
            ExpireAt INTEGER,
            UNIQUE ("Key", Value));
        CREATE INDEX Set_Score ON "Set" ("Key", Score, Id);
        CREATE INDEX Set_Expire ON "Set" (ExpireAt) WHERE ExpireAt IS NOT NULL;
        """;
}
