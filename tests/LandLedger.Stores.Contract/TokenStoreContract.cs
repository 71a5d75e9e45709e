using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.People;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What every store must do with tokens; each store derives it.</summary>
public abstract class TokenStoreContract : IDisposable
{
    protected static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 30, 0, 123, TimeSpan.FromHours(8));

    private IPlotStore? _store;

    /// <summary>An empty store.</summary>
    protected abstract IPlotStore Create();

    /// <summary>The same store, opened a second time beside the first, to be read or written.</summary>
    protected abstract IPlotStore OpenAgain(StoreMode mode);

    /// <summary>Runs SQL on its tables, beside any program of ours; {0} stands before the name of a table.</summary>
    protected abstract void Sql(string sql);

    protected IPlotStore Store => _store ??= Filled();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _store?.Dispose();

    [Fact]
    public void A_token_is_kept_as_it_was_made_and_told_in_order_of_the_ids()
    {
        Assert.Empty(Store.Tokens.All());
        var first = Store.Tokens.Add(Of("王办"));
        var asked = Of("李规") with
        {
            User = new("李规", Role.Planner) { Scope = new(["360732", "360799"], ["南塘片区", "a\"b"]) },
            Until = new DateOnly(2027, 12, 31),
        };
        var second = Store.Tokens.Add(asked);

        using var other = OpenAgain(StoreMode.Read);
        Assert.Equal((1, 2), (first.Id, second.Id));
        Assert.Equal([first, second], other.Tokens.All());
        Assert.Equal(asked with { Id = 2, MadeAt = second.MadeAt }, second);
        Assert.Equal(Now.UtcDateTime, second.MadeAt.UtcDateTime);
        Assert.True(first.User.Scope.IsAll);
    }

    [Fact]
    public void A_revoked_token_stays_with_who_revoked_it_first_and_when()
    {
        var token = Store.Tokens.Add(Of("王办"));
        var revoked = Store.Tokens.Revoke(token.Id, "管理员", Now.AddDays(1))!;
        var again = Store.Tokens.Revoke(token.Id, "别人", Now.AddDays(2));

        Assert.Equal(token with { RevokedBy = "管理员", RevokedAt = revoked.RevokedAt }, revoked);
        Assert.Equal(Now.AddDays(1).UtcDateTime, revoked.RevokedAt!.Value.UtcDateTime);
        Assert.Equal(revoked, again);
        Assert.Equal([revoked], Store.Tokens.All());
        Assert.Null(Store.Tokens.Revoke(77, "管理员", Now));
    }

    [Fact]
    public void Nobody_alters_or_removes_a_token_or_gives_one_back_its_force()
    {
        Store.Tokens.Add(Of("王办"));
        Store.Tokens.Add(Of("李规"));
        Store.Tokens.Revoke(2, "管理员", Now);
        var before = Store.Tokens.All();

        Assert.ThrowsAny<Exception>(() => Sql("UPDATE {0}tokens SET role = 'admin' WHERE id = 1"));
        Assert.ThrowsAny<Exception>(() => Sql("UPDATE {0}tokens SET until = NULL, since = '2000-01-01' WHERE id = 1"));
        Assert.ThrowsAny<Exception>(() => Sql("UPDATE {0}tokens SET role = 'admin', revoked_at = 'x' WHERE id = 1"));
        Assert.ThrowsAny<Exception>(() => Sql("UPDATE {0}tokens SET revoked_at = NULL WHERE id = 2"));
        Assert.ThrowsAny<Exception>(() => Sql("DELETE FROM {0}tokens"));
        Assert.Equal(before, Store.Tokens.All());
    }

    [Fact]
    public void Two_tokens_of_one_secret_there_are_not()
    {
        Store.Tokens.Add(Of("王办"));

        Assert.Throws<StoreException>(() => Store.Tokens.Add(Of("王办")));
        Assert.Single(Store.Tokens.All());
        Assert.Equal(1, Store.Count(PlotQuery.All));
    }

    [Fact]
    public void Readers_are_told_that_a_token_was_made_or_revoked()
    {
        var state = Store.State();
        Store.Tokens.Add(Of("王办"));
        var made = Store.State();
        Store.Tokens.Revoke(1, "管理员", Now);

        Assert.NotEqual(state, made);
        Assert.NotEqual(made, Store.State());
    }

    [Fact]
    public void A_token_with_a_role_that_there_is_not_is_told_by_its_id_and_lets_nobody_in()
    {
        _ = Store;
        Sql(
            "INSERT INTO {0}tokens (sha256, \"user\", role, scope, since, made_by, made_at) "
                + "VALUES ('00', 'x', 'king', '[[],[]]', '2027-01-01', 'x', '2027-01-01T00:00:00.000Z')"
        );

        var trouble = Assert.Throws<StoreException>(() => Store.Tokens.All());
        Assert.Equal(("token-damaged", "1"), (trouble.Code, trouble.Arguments["id"]));
    }

    [Fact]
    public void A_store_that_is_only_read_takes_no_token()
    {
        _ = Store;
        using var other = OpenAgain(StoreMode.Read);

        Assert.Equal("read-only", Assert.Throws<StoreException>(() => other.Tokens.Add(Of("王办"))).Code);
        Assert.Equal("read-only", Assert.Throws<StoreException>(() => other.Tokens.Revoke(1, "王办", Now)).Code);
    }

    /// <summary>The secret is the name, so that two of one name have one secret.</summary>
    protected static Token Of(string name) =>
        new()
        {
            Sha256 = TokenSecret.Digest(name),
            User = new(name, Role.Officer),
            Since = new(2027, 1, 4),
            MadeBy = "管理员",
            MadeAt = Now,
        };

    private IPlotStore Filled()
    {
        var store = Create();
        using var import = store.BeginImport();
        import.Put(SamplePlots.Bare("A-1"));
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        return store;
    }
}
