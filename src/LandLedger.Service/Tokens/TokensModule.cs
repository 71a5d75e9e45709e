using LandLedger.People;
using LandLedger.Service.Http;

namespace LandLedger.Service.Tokens;

internal sealed class TokensModule : ServiceModule
{
    public TokensModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/tokens",
            KeptTokens.List,
            new("tokens.list")
            {
                Needs = Right.Token,
                IsUncut = true,
                Schema = "TokenList",
            }
        );
        Post(
            "/tokens",
            KeptTokens.AddAsync,
            new("tokens.add")
            {
                Needs = Right.Token,
                IsUncut = true,
                Parameters = [Parameters.Writer],
                Schema = "MadeToken",
                Takes = MediaTypes.Json,
                Body = "NewToken",
                Makes = true,
                Problems = ["token-wrong", .. JsonBody.Refusals],
            }
        );
        Post(
            "/tokens/{id}/revoke",
            KeptTokens.RevokeAsync,
            new("tokens.revoke")
            {
                Needs = Right.Token,
                IsUncut = true,
                Parameters = [Parameters.Writer],
                Schema = "Token",
                Problems = ["token-unknown", "import-running", "origin-foreign"],
            }
        );
    }
}
