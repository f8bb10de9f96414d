using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Connection;

internal sealed partial class SqliteJobConnection
{
    public override void AnnounceServer(string serverId, ServerContext context)
    {
        ArgumentNullException.ThrowIfNull(serverId);
        ArgumentNullException.ThrowIfNull(context);
        var data = SerializationHelper.Serialize(new ServerData(context.WorkerCount, context.Queues, GetUtcDateTime()));
        var owner = storage.Presence().Token;
        Database.Write(session => session.Execute(
            "INSERT OR REPLACE INTO Server (Id, Owner, Data, LastHeartbeat) VALUES (?1, ?2, ?3, ?4)", serverId, owner, data, Database.Now));
    }

    public override void RemoveServer(string serverId)
    {
        ArgumentNullException.ThrowIfNull(serverId);
        Database.Write(session => session.Execute("DELETE FROM Server WHERE Id = ?1", serverId));
    }

    /// <exception cref="BackgroundServerGoneException">The server was removed; Hangfire announces it again.</exception>
    public override void Heartbeat(string serverId)
    {
        ArgumentNullException.ThrowIfNull(serverId);
        var isKnown = Database.Write(session => session.Execute("UPDATE Server SET LastHeartbeat = ?2 WHERE Id = ?1", serverId, Database.Now)) == 1;
        if (!isKnown) throw new BackgroundServerGoneException();
    }

    public override int RemoveTimedOutServers(TimeSpan timeOut)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeOut, TimeSpan.Zero);
        var oldest = Database.Now - (long)timeOut.TotalMilliseconds;
        return Database.Write(session => session.Execute("DELETE FROM Server WHERE LastHeartbeat < ?1", oldest));
    }
}
