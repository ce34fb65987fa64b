using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Storefront.Store;
using Storefront.Tests.Features.Api;
using Storefront.Tests.Support;

namespace Storefront.Tests.Hosting;

/// <summary>File systems without a byte left, under the files on their way and under the database.</summary>
public sealed class FullDiskTests
{
    [RootFact]
    public async Task A_full_disk_is_a_503_and_keeps_nothing_of_a_file()
    {
        await using var data = await SmallDisk.MountAsync(megabytes: 16);
        await using var uploads = await SmallDisk.MountAsync(megabytes: 4);
        var token = await CopyShopAsync(data.Directory);
        await using var program = await ProgramProcess.StartAsync(data.Directory, ("ASPNETCORE_TEMP", uploads.Directory));
        using var http = new HttpClient { BaseAddress = program.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        foreach (var disk in (SmallDisk[])[uploads, data])
        {
            disk.Fill();
            using var refused = await UploadAsync(http);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter!.Delta);
            Assert.Equal("UNAVAILABLE", JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
            disk.Free();
            Assert.Equal("0 0 0", await CountAsync(data));
            Assert.Empty(uploads.Files);
        }

        using var later = await UploadAsync(http);
        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
        Assert.Empty(uploads.Files);
        Assert.Equal("1 8 1", await CountAsync(data));
    }

    [Fact]
    public void A_file_that_may_grow_no_further_has_no_room()
    {
        using var file = File.OpenHandle(Path.Combine(TestFiles.CreateDirectory("large"), "file"), FileMode.Create, FileAccess.Write);

        var refused = Assert.ThrowsAny<Exception>(() => RandomAccess.Write(file, [1], long.MaxValue - 4096));

        Assert.True(StoreFailures.IsUnavailable(refused), refused.ToString());
        Assert.False(StoreFailures.IsUnavailable(Assert.Throws<ArgumentOutOfRangeException>(() => new byte[1].AsSpan(2).Clear())));
    }

    /// <summary>The database of a shop with a customer.</summary>
    /// <returns>The customer's token.</returns>
    private static async Task<string> CopyShopAsync(string directory)
    {
        await using var host = await StorefrontHost.StartAsync();
        using var customer = await ApiProgram.OfCustomerAsync(host);
        await using var db = host.Db();
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(directory, "storefront.db")}");
        return customer.Token;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient http)
    {
        var bytes = new byte[2 * 1024 * 1024];
        Array.Fill(bytes, (byte)'x');
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "log.txt" } };
        return await http.PostAsync(new Uri("/attachments", UriKind.Relative), content);
    }

    /// <summary>Files, their pieces, and what is to be done about them.</summary>
    private static async Task<string> CountAsync(SmallDisk data)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Directory, "storefront.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT count(*) FROM attachments) || ' ' || (SELECT count(*) FROM attachment_chunks) || ' '
              || (SELECT count(*) FROM due_work WHERE key LIKE 'attachment:%')
            """;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }
}
