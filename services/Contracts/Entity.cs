namespace EntityRes.V1;

public sealed partial class Entity
{
    /// <summary>This entity as another document is about it, without a copy of its lists: neither may be changed from then on.</summary>
    /// <param name="salience01">How much that document is about it, 0–1.</param>
    internal Entity WithSalience(float salience01)
    {
        var entity = (Entity)MemberwiseClone();
        entity.Salience = salience01;
        return entity;
    }
}
