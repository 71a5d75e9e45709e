namespace LandLedger.Cases;

/// <summary>What a user may do in the ledger (角色).</summary>
public enum Role
{
    /// <summary>查阅.</summary>
    Viewer,

    /// <summary>规划.</summary>
    Planner,

    /// <summary>审计.</summary>
    Auditor,

    /// <summary>经办.</summary>
    Officer,

    /// <summary>管理.</summary>
    Admin,
}

/// <summary>Who acts in a procedure by law (行为主体), whoever records it.</summary>
public enum Actor
{
    /// <summary>自然资源主管部门.</summary>
    Department,

    /// <summary>人民政府.</summary>
    Government,

    /// <summary>园区管委会.</summary>
    Committee,

    /// <summary>土地使用权人.</summary>
    Holder,
}

/// <summary>The papers that steps make (文书).</summary>
public enum PaperKind
{
    /// <summary>闲置土地调查通知书.</summary>
    InvestigationNotice,

    /// <summary>闲置土地认定书.</summary>
    FindingDecision,

    /// <summary>征缴土地闲置费决定书.</summary>
    FeeDecision,

    /// <summary>收回国有建设用地使用权决定书.</summary>
    TakeBackDecision,

    /// <summary>催建通知书.</summary>
    UrgingNotice,

    /// <summary>约谈笔录.</summary>
    TalkRecord,

    /// <summary>听证告知书.</summary>
    HearingNotice,

    /// <summary>处置方案.</summary>
    DisposalPlan,
}
