namespace Storefront.Domain.Projects;

/// <summary>What ends a stage.</summary>
public enum StageEnd
{
    /// <summary>Its owner says that it is done, once its tasks are.</summary>
    Done,

    /// <summary>The order is placed; a customer's stage.</summary>
    OrderPlaced,

    /// <summary>What is due with the order is paid; a customer's stage.</summary>
    Payment,

    /// <summary>Every input was handed over; a customer's stage.</summary>
    InputsGiven,

    /// <summary>Every input was accepted; the house's stage, after the one in which they are given.</summary>
    InputsAccepted,

    /// <summary>The customer approves, or has something corrected within scope first (TEC-07).</summary>
    Approval,

    /// <summary>Everything is paid; a customer's stage.</summary>
    FullPayment,

    /// <summary>Access was handed over, which full payment is looked at for once more; the house's stage (TEC-09).</summary>
    Access,

    /// <summary>The meeting that was booked for it took place (TEC-10, SEN-01).</summary>
    Meeting,

    /// <summary>The customer allows it; a customer's stage (TEC-11).</summary>
    Authorisation,

    /// <summary>Its time has passed; a stage of nobody.</summary>
    Time,
}

/// <summary>On what day a stage begins once it can.</summary>
public enum StageStart
{
    /// <summary>At once.</summary>
    AtOnce,

    /// <summary>The calendar day after the last of order, payment and inputs, even if that day has passed while these were checked (TEC-06).</summary>
    NextDay,
}

/// <summary>What brings a project back that was suspended.</summary>
public enum SuspensionEnd
{
    /// <summary>The house, on the customer's word: what was missed can then be done in a time of its own.</summary>
    House,

    /// <summary>What the stage waited for, when it comes after all.</summary>
    Answer,
}
