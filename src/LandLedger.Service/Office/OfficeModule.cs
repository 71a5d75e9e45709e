using LandLedger.People;
using LandLedger.Service.Http;

namespace LandLedger.Service.Office;

/// <summary>What the office keeps for its papers and periods: templates and the working calendar.</summary>
internal sealed class OfficeModule : ServiceModule
{
    private const string Template = "/office/templates/{kind}";
    private const string Calendar = "/office/calendar";

    public OfficeModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/office/templates",
            OfficeTemplates.List,
            new("office.templates") { Needs = Right.Files, Schema = "OfficeTemplates" }
        );
        Get(
            Template,
            OfficeTemplates.Show,
            new("office.template")
            {
                Needs = Right.Files,
                Offers = [MediaTypes.Docx],
                Problems = ["template-unknown"],
            }
        );
        Put(
            Template,
            OfficeTemplates.PutAsync,
            new("office.template.put")
            {
                Needs = Right.Office,
                IsUncut = true,
                Parameters = [Parameters.Writer],
                Schema = "OfficeTemplate",
                Takes = MediaTypes.Docx,
                Body = "Docx",
                Problems = ["template-unknown", "office-wrong", .. JsonBody.Refusals],
            }
        );
        Delete(
            Template,
            OfficeTemplates.RemoveAsync,
            new("office.template.remove")
            {
                Needs = Right.Office,
                IsUncut = true,
                Parameters = [Parameters.Writer],
                Offers = [],
                MayBeEmpty = true,
                Problems = ["template-unknown", "import-running", "origin-foreign"],
            }
        );
        Get(Calendar, OfficeCalendars.Show, new("office.calendar") { Needs = Right.Files, Schema = "OfficeCalendar" });
        Put(
            Calendar,
            OfficeCalendars.PutAsync,
            new("office.calendar.put")
            {
                Needs = Right.Office,
                IsUncut = true,
                Parameters = [Parameters.Writer],
                Schema = "OfficeCalendar",
                Takes = MediaTypes.Json,
                Body = "WorkingCalendar",
                Problems = ["office-wrong", .. JsonBody.Refusals],
            }
        );
        Delete(
            Calendar,
            OfficeCalendars.RemoveAsync,
            new("office.calendar.remove")
            {
                Needs = Right.Office,
                IsUncut = true,
                Parameters = [Parameters.Writer],
                Offers = [],
                MayBeEmpty = true,
                Problems = ["calendar-unknown", "import-running", "origin-foreign"],
            }
        );
    }
}
