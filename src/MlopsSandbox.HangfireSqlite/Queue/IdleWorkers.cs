namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Workers of this process that found nothing to do. For each job that comes, one that listens to its queue is woken, longest idle first.</summary>
/// <remarks>Take a place in line with <see cref="Join"/>, look once more, and only then wait, so that no job is missed.</remarks>
internal sealed class IdleWorkers
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Place> _line = [];

    /// <summary>A worker's place in line; leave it by disposing.</summary>
    public Place Join(IReadOnlyList<string> queues)
    {
        var place = new Place(this, queues);
        lock (_gate) _line.AddLast(place);
        return place;
    }

    /// <summary>The queues that somebody in line listens to, and how many are in line.</summary>
    public (string[] Queues, int Workers) Wanted()
    {
        lock (_gate) return _line.Count == 0 ? ([], 0) : ([.. _line.SelectMany(static place => place.Queues).Distinct(StringComparer.Ordinal)], _line.Count);
    }

    /// <summary>Wakes one worker for each job.</summary>
    public void Wake(string queue, long jobs)
    {
        lock (_gate)
        {
            for (var node = _line.First; node is not null && jobs > 0;)
            {
                var (place, following) = (node.Value, node.Next);
                if (place.Queues.Contains(queue))
                {
                    _line.Remove(node);
                    place.Wake(queue);
                    jobs--;
                }
                node = following;
            }
        }
    }

    private void Leave(Place place)
    {
        lock (_gate) _line.Remove(place);
    }

    /// <summary>A worker's place in line.</summary>
    internal sealed class Place(IdleWorkers line, IReadOnlyList<string> queues) : IDisposable
    {
        private readonly SemaphoreSlim _woken = new(0);
        private volatile string? _wokenFor;

        public IReadOnlyList<string> Queues => queues;

        /// <summary>Whether a job has come for it.</summary>
        public bool IsWoken => _wokenFor is not null;

        public void Wake(string queue)
        {
            _wokenFor = queue;
            _woken.Release();
        }

        /// <summary>Waits until a job has come.</summary>
        public void Wait(CancellationToken cancellation)
        {
            _woken.Wait(cancellation);
            _wokenFor = null;
        }

        /// <summary>Leaves the line. Who was woken and has not come to work has the next one woken.</summary>
        public void Dispose()
        {
            line.Leave(this);
            if (_wokenFor is { } queue) line.Wake(queue, jobs: 1);
            _woken.Dispose();
        }
    }
}
