using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What the observations are on which a figure rests, so that its number is never read as that of something else.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ObservationKind>))]
public enum ObservationKind
{
    /// <summary>Observations of a kind without a name of its own here.</summary>
    Observation,

    /// <summary>Valid answers to a question.</summary>
    Answer,

    /// <summary>People who answered several questions.</summary>
    Respondent,

    /// <summary>People who were invited to a survey.</summary>
    Invitation,

    /// <summary>Customers.</summary>
    Customer,

    /// <summary>Customers who were lost.</summary>
    Loss,

    /// <summary>Contracts whose term ended.</summary>
    Contract,

    /// <summary>Accounts with revenue.</summary>
    Account,

    /// <summary>Orders.</summary>
    Order,

    /// <summary>Visits, also called sessions.</summary>
    Session,

    /// <summary>Visitors: browsers or devices recognised from visit to visit.</summary>
    Visitor,

    /// <summary>Users: people recognised across devices.</summary>
    User,

    /// <summary>Clicks.</summary>
    Click,

    /// <summary>Leads: people who left an address.</summary>
    Lead,

    /// <summary>Shopping carts.</summary>
    Cart,

    /// <summary>Checkouts that were started.</summary>
    Checkout,

    /// <summary>Units that reached the earlier step of a funnel.</summary>
    Entry,

    /// <summary>E-mails that were delivered.</summary>
    Email,

    /// <summary>E-mails that were opened.</summary>
    OpenedEmail,

    /// <summary>Contacts with customer service.</summary>
    Contact,

    /// <summary>Tickets.</summary>
    Ticket,

    /// <summary>Complaints.</summary>
    Complaint,

    /// <summary>Actions that were due.</summary>
    Action,

    /// <summary>Evaluations of contacts.</summary>
    Evaluation,

    /// <summary>Rows of totals, such as periods, teams or channels.</summary>
    Row,

    /// <summary>Clusters of observations that belong together, such as the calls of a day or the answers of a customer.</summary>
    Cluster,

    /// <summary>Issues that were resolved.</summary>
    Resolution,

    /// <summary>Customers who were to be followed up.</summary>
    FollowUp,

    /// <summary>Reviews.</summary>
    Review,

    /// <summary>A time that an advertisement was shown.</summary>
    Impression,
}
