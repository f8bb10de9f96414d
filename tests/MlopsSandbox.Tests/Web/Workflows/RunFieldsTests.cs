using MlopsSandbox.Hosting;
using MlopsSandbox.Web.Workflows;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Tests.Web.Workflows;

public sealed class RunFieldsTests
{
    private static readonly WorkflowDefinition Asking = DefinitionReader.Read("""
        {
          "definitionId": "asking",
          "inputs": [
            { "name": "scenario", "type": "String", "description": "Whose data." },
            { "name": "trainer", "type": "String", "displayName": "Trainer" },
            { "name": "trials", "type": "Int32" },
            { "name": "flag", "type": "Boolean" },
            { "name": "list", "type": "String", "isArray": true }
          ],
          "root": {
            "id": "f", "type": "Elsa.Flowchart", "connections": [],
            "activities": [{ "id": "train", "type": "MlopsSandbox.Train", "trainer": { "typeName": "String", "expression": { "type": "Input", "value": { "name": "trainer" } } } }]
          }
        }
        """, "asking.json", Stages.All().Activities).Definition!;

    [Fact]
    public void Of_DeclaredInputs_GivesFieldsWithChoicesOfTheActivitiesThatReadThem()
    {
        IReadOnlyList<RunField> fields = RunFields.Of(Asking, ["adult-income", "telco-churn"]);

        Assert.Equal(["scenario", "Trainer", "trials", "flag", "list"], fields.Select(field => field.Title));
        Assert.Equal(["adult-income", "telco-churn"], fields[0].Choices);
        Assert.Contains("lightgbm", fields[1].Choices);
        Assert.Equal([true, true, false, false, false], fields.Select(field => field.IsRequired));
        Assert.True(fields[2].IsNumber && fields[3].Choices.SequenceEqual(["true", "false"]) && fields[4].IsLong);
    }

    [Fact]
    public void Asked_Filled_TellsProblemsAndTheCommand()
    {
        RunAsked asked = new() { Seed = 7, Tags = "a, b", NoCache = true };
        asked.Inputs["scenario"] = "telco-churn";
        asked.Inputs["trials"] = "many";
        asked.Inputs["flag"] = " ";

        IReadOnlyList<RunField> fields = RunFields.Of(Asking, ["telco-churn"]);

        Assert.Equal([null, "Trainer is not given; expected one of the choices.", "input trials is 'many'; expected a value of type Int32.", null, null], fields.Select(field => asked.Problem(Asking, field)));
        Assert.Equal("run asking --input scenario=telco-churn --input trials=many --seed 7 --tag a --tag b --no-cache", string.Join(' ', asked.Command("asking")));
    }
}
