using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Web.Models;

/// <summary>A model group as the list shows it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Champion">The version that serves; null when none does.</param>
/// <param name="Change">The last change of its aliases; null when there was none.</param>
internal sealed record GroupRow(ModelGroup Group, ModelVersion? Champion, AliasChange? Change)
{
    /// <summary>Some groups, and how many there are; only what the page shows is read.</summary>
    public static (IReadOnlyList<GroupRow> Rows, int Total) Page(CatalogTransaction catalog, ModelGroupQuery query)
    {
        ModelGroupPage page = catalog.Models.Groups(query);
        return ([.. page.Groups.Select(group => Of(catalog, group))], page.Total);
    }

    /// <summary>One group.</summary>
    public static GroupRow Of(CatalogTransaction catalog, ModelGroup group) => new(group,
        catalog.Models.ByAlias(group.Model, Lifecycle.Catalog.Models.Champion),
        catalog.Models.LastChanges(group.Model, most: 1) is [var last, ..] ? last : null);
}
