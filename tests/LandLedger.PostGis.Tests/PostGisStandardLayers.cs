using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests;

public sealed class PostGisStandardLayers : StandardLayers
{
    private readonly string _address;

    public PostGisStandardLayers()
        : this(Databases.Store()) { }

    private PostGisStandardLayers(string address)
        : base(PostGisStore.Open(DatabaseAddress.Parse(address), StoreMode.Write)) => _address = address;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Databases.Drop(_address);
    }
}

public sealed class PostGisStandardLayerTests(PostGisStandardLayers layers)
    : StandardLayerContract(layers),
        IClassFixture<PostGisStandardLayers>;
