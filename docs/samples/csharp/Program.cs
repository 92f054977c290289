// Annotates a text with the package EntityRes.Client.
//
// usage: dotnet run -- HOST:PORT DATE < TEXT
// Prints one line an entity of the text (id, name), then, for each line of it as a document of its own, how many entities that has.
using EntityRes.Client;
using EntityRes.V1;
using Grpc.Core;

var (address, date) = (args[0], args[1]);
using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = new Uri($"http://{address}") });
var text = await Console.In.ReadToEndAsync();
try
{
    var answer = await client.AnnotateAsync(text, date);
    foreach (var entity in answer.Entities)
        Console.WriteLine($"{entity.Id}\t{entity.Name}");

    var documents = text.Trim().Split('\n').Select((line, i) => new Document { Id = $"line {i + 1}", Text = line, DocumentDate = date });
    await foreach (var one in client.AnnotateAsync(documents.ToAsyncEnumerable()))
        Console.WriteLine($"{one.DocumentId}\t{(one.IsAnswered ? one.Response.Entities.Count : one.Error)}");
    return 0;
}
catch (RpcException failed)
{
    var error = ServiceError.Of(failed);
    Console.Error.WriteLine(error);
    foreach (var field in error.Fields)
        Console.Error.WriteLine($"wrong field {field.Name}: {field.Description}");
    return 1;
}
