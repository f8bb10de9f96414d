namespace MlopsSandbox.Workflows.Activities;

/// <summary>The activity types that definitions may use: those that the runner executes itself, and external ones that it hands out.</summary>
public sealed class ActivityTypes
{
    private readonly Dictionary<string, BuiltInActivity> _builtIn;
    private readonly SortedDictionary<string, ActivityDescriptor> _descriptors = new(StringComparer.Ordinal);

    /// <param name="external">Types that are run outside, such as the stages; each answers a <see cref="Runner.RunActivity"/>.</param>
    /// <exception cref="ArgumentException">Two descriptors have the same type, or one has the type of a built-in activity.</exception>
    public ActivityTypes(IEnumerable<ActivityDescriptor> external)
    {
        _builtIn = BuiltIn().ToDictionary(activity => activity.Descriptor.Type, StringComparer.Ordinal);
        foreach (var descriptor in _builtIn.Values.Select(activity => activity.Descriptor).Concat(external))
        {
            if (!_descriptors.TryAdd(descriptor.Type, descriptor))
                throw new ArgumentException($"activity type '{descriptor.Type}' is declared twice; expected each type once.", nameof(external));
        }
    }

    /// <summary>All types in order of their names, for editors and lists.</summary>
    public IReadOnlyCollection<ActivityDescriptor> Descriptors => _descriptors.Values;

    /// <summary>The descriptor of that type, or null.</summary>
    public ActivityDescriptor? Find(string type) => _descriptors.GetValueOrDefault(type);

    /// <summary>These, and any other that is named, as a type of which nothing is known.</summary>
    internal ActivityTypes With(IEnumerable<string> named) => new(
    [
        .. _descriptors.Values.Where(descriptor => Behaviour(descriptor.Type) is null),
        .. named.Distinct(StringComparer.Ordinal).Where(type => Find(type) is null).Select(type => new ActivityDescriptor(type, "Unknown", "A type that this program doesn't know.", [], null, [])),
    ]);

    internal BuiltInActivity? Behaviour(string type) => _builtIn.GetValueOrDefault(type);

    private static BuiltInActivity[] BuiltIn() =>
    [
        new Flowchart(), new Sequence(), new Start(), new End(), new Finish(), new Fault(),
        new Complete(), new Break(),
        new If(), new Switch(), new While(), new For(), new ForEach(), new Parallel(), new ParallelForEach(), new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(),
        new SetVariable(), new SetName(), new Correlate(), new WriteLineActivity(), new DispatchWorkflowActivity(),
        new Approval(),
        new ExecuteWorkflow(), new SetOutput(),
        new Delay(), new Timer(), new Cron(), new StartAt(), new Event(), new PublishEventActivity(), new RunTask(),
    ];
}
