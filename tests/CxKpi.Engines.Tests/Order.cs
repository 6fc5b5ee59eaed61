namespace CxKpi.Engines.Tests;

/// <summary>How an order was placed.</summary>
public enum Channel
{
    /// <summary>On the web.</summary>
    Web,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>In a shop.</summary>
    Shop,
}

/// <summary>A row of the only table: an order with the answer to its survey.</summary>
public sealed class Order
{
    public int Id { get; set; }

    public DateOnly Day { get; set; }

    public DateTime At { get; set; }

    public Channel Channel { get; set; }

    public string Country { get; set; } = "";

    public int Customer { get; set; }

    public int? Score { get; set; }

    public int Satisfaction { get; set; }

    public decimal Amount { get; set; }

    public decimal? Discount { get; set; }

    public int Items { get; set; }

    public int Seconds { get; set; }

    public bool IsReturned { get; set; }

    public decimal Weight { get; set; }

    /// <summary>A fraction in binary, of which some are halves.</summary>
    public double Rating { get; set; }

    /// <summary>What the customer pays a month; 0 for one who sent more back than was ordered.</summary>
    public decimal Fee { get; set; }

    /// <summary>When the last request about the order was closed; missing when it is open.</summary>
    public DateTime? Closed { get; set; }

    /// <summary>Whether the first contact solved it, by survey; missing when there was no answer.</summary>
    public bool? IsSolved { get; set; }

    /// <summary>The channel that brought the customer, where it is known.</summary>
    public Channel? Referrer { get; set; }

    /// <summary>The campaign that brought the customer, where it is known.</summary>
    public string? Campaign { get; set; }

    public DateTimeOffset Sent { get; set; }

    /// <summary>Orders of two years with every kind of row: answers that are missing, returns, refunds, and a last month that is not complete.</summary>
    public static IReadOnlyList<Order> All { get; } = [.. Make(4_000, new(2023, 1, 1), 740)];

    public static IEnumerable<Order> Make(int count, DateOnly first, int days)
    {
        Random random = new(20260101);
        for (int i = 0; i < count; i++)
        {
            DateOnly day = first.AddDays((int)((long)i * days / count));
            int score = random.Next(-1, 11);
            Order order = new()
            {
                Id = i + 1,
                Day = day,
                At = DateTime.SpecifyKind(day.ToDateTime(new TimeOnly(random.Next(24), random.Next(60), random.Next(60))), DateTimeKind.Utc),
                Channel = (Channel)random.Next(3),
                Country = (string[])["FR", "DE", "IT", "ES"] is var names ? names[random.Next(4)] : "",
                Customer = random.Next(1, 500),
                Score = score < 0 ? null : score,
                Satisfaction = random.Next(1, 6),
                Amount = random.Next(-500, 20_000) / 100m,
                Discount = random.Next(3) == 0 ? null : random.Next(100, 500) / 100m,
                Items = random.Next(1, 9),
                Seconds = random.Next(20, 900),
                IsReturned = random.Next(8) == 0,
                Weight = random.Next(0, 40) / 10m,
                Rating = random.Next(0, 21) / 2.0,
                IsSolved = random.Next(4) switch { 0 => null, 1 => false, _ => true },
                Referrer = random.Next(4) is int referrer && referrer < 3 ? (Channel)referrer : null,
                Campaign = ((string?[])["spring", "autumn", null])[random.Next(3)],
            };
            order.Fee = Math.Max(order.Amount, 0);
            order.Closed = random.Next(5) == 0 ? null : order.At.AddMinutes(random.Next(1, 5_000));
            order.Sent = new(order.At, TimeSpan.Zero);
            yield return order;
        }
    }
}
