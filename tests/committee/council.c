/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council.h"

#include <string.h>

#define XML "Content-Type: text/xml; charset=utf-8\r\n"
#define HTML "Content-Type: text/html; charset=utf-8\r\n"

static const char error_page[] =
    "<!DOCTYPE html>\n<html><head><title>\n  Something went\n wrong\n</title></head><body><h1>Sorry</h1>"
    "<p>The page that you asked for cannot be shown just now, and here are a great many words about the ways "
    "in which the council can be reached instead, by telephone, by letter, and in person on weekdays between "
    "nine and five, at any of the offices that are listed below with their addresses.</p></body></html>";

static const char script[] = "<!-- begin --><script type=\"text/javascript\">\nfunction go()\n"
                             "{ window.location = \"https://\" + window.location.hostname; }\ngo();\n"
                             "</script><!-- end -->";

static const char other_xml[] =
    "<?xml version=\"1.0\"?>\n<councillorsbyward><wards><ward><wardtitle>North</wardtitle></ward></wards>"
    "</councillorsbyward>";

static gboolean
answer_badly (Request *request, Mood mood)
{
  switch (mood)
    {
    case FORBIDS:
      return request_answer (request, "403 Forbidden", HTML, error_page);
    case HAS_NONE:
      return request_answer (request, "404 Not Found", HTML, error_page);
    case ERROR_PAGE:
      return request_answer (request, "200 OK", HTML, error_page);
    case SCRIPT:
      return request_answer (request, "200 OK", HTML, script);
    case BUSY:
      return request_answer (request, "503 Service Unavailable", "Retry-After: 3600\r\n", "");
    case CUTS:
      return request_send (request, "HTTP/1.1 200 OK\r\n" XML "Content-Length: 9999\r\n\r\n<?xml ", -1);
    case EMPTY:
      return request_answer (request, "200 OK", XML, "");
    case OTHER_XML:
      return request_answer (request, "200 OK", XML, other_xml);
    case OTHER_MEETING:
    case WELL:
    default:
      return FALSE;
    }
}

static char *
parameter (Request *request, const char *name)
{
  g_autofree char *begin = g_strconcat (name, "=", NULL);
  const char *found = strstr (request->path, begin);
  const char *value = found != NULL ? found + strlen (begin) : "";

  return g_strndup (value, strcspn (value, "&"));
}

/* 10/02/2026 as 20260210. */
static int
day_number (const char *day)
{
  int d = 0, m = 0, y = 0;

  g_assert_true (strlen (day) == 10 && day[2] == '/' && day[5] == '/');
  d = atoi (day);
  m = atoi (day + 3);
  y = atoi (day + 6);
  return (y * 100 + m) * 100 + d;
}

static void
answer_committees (Request *request)
{
  request_answer (request, "200 OK", XML,
                  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<committees>\n"
                  "  <committeescount> 3</committeescount>\n"
                  "  <committee><committeeid>31</committeeid><committeetitle>Audit Committee</committeetitle>"
                  "<committeedeleted>False</committeedeleted><committeeexpired>False</committeeexpired>"
                  "<committeecategory>\n</committeecategory></committee>\n"
                  "  <committee><committeeid>32</committeeid><committeetitle>Health &amp; Care Board"
                  "</committeetitle><committeedeleted>False</committeedeleted>"
                  "<committeeexpired>False</committeeexpired></committee>\n"
                  "  <committee><committeeid>33</committeeid><committeetitle>Gone Panel</committeetitle>"
                  "<committeedeleted>True</committeedeleted><committeeexpired>True</committeeexpired>"
                  "</committee>\n</committees>\n");
}

static void
answer_meetings (Council *self, Request *request)
{
  g_autofree char *committee = parameter (request, "lCommitteeId");
  g_autofree char *from = parameter (request, "sFromDate");
  g_autofree char *until = parameter (request, "sToDate");
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<getmeetings>\n");

  g_string_append_printf (xml,
                          "<committee><committeeid>%s</committeeid><committeetitle>\n</committeetitle>"
                          "<committeemeetings>\n",
                          committee);
  for (guint i = 0; i < self->n_meetings; i++)
    {
      const Meeting *meeting = &self->meetings[i];

      if (strcmp (meeting->committee, committee) == 0 && day_number (meeting->day) >= day_number (from)
          && day_number (meeting->day) <= day_number (until))
        g_string_append_printf (xml,
                                "<meeting><meetingid>%s</meetingid><meetingdate>%s</meetingdate>"
                                "<meetingstatus>%s</meetingstatus><meetingtime>10.00 am</meetingtime>"
                                "<iswebcast>False</iswebcast></meeting>\n",
                                meeting->code, meeting->day, meeting->status);
    }
  g_string_append (xml, "</committeemeetings></committee></getmeetings>\n");
  request_answer (request, "200 OK", XML, xml->str);
}

static void
send_meeting (Request *request, const Meeting *meeting)
{
  g_autofree char *xml = g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<meeting>\n  <meetingid>%s</meetingid>\n"
      "  <meetingdate>%s</meetingdate>\n  <meetingstatus>%s</meetingstatus>\n"
      "  <isdisplayallowed>True</isdisplayallowed>\n  <meetingtime>10.00 am</meetingtime>\n"
      "  <meetingactualstarttime>\n  </meetingactualstarttime>\n"
      "  <meetinglocation>Committee Room 2, Town Hall</meetinglocation>\n  "
      "<agendapublished>True</agendapublished>\n"
      "  <agendaitems>\n    <agendaitem>\n      <agendaitemid>%s1</agendaitemid>\n"
      "      <agendaitemtitle>Pooled Fund</agendaitemtitle>\n"
      "      <agendatext>&lt;p&gt;The report of the Clerk is enclosed.&lt;/p&gt;</agendatext>\n"
      "      <agendaitemnumber>2</agendaitemnumber>\n"
      "      <fulldisplaynumberformat>1.</fulldisplaynumberformat>\n"
      "      <minutesnonemptyhtmlbody>%s</minutesnonemptyhtmlbody>\n"
      "      <isdecision>False</isdecision>\n      <isrestricted>False</isrestricted>\n"
      "    </agendaitem>\n  </agendaitems>\n</meeting>\n",
      meeting->code, meeting->day, meeting->status, meeting->code, meeting->minutes);

  request_answer (request, "200 OK", XML, xml);
}

static void
answer_meeting (Council *self, Request *request)
{
  g_autofree char *code = parameter (request, "lMeetingId");

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->asked, g_strdup (code));
  g_mutex_unlock (&self->lock);
  if (self->broken != NULL && strcmp (self->broken, code) == 0)
    {
      if (self->broken_mood == OTHER_MEETING)
        send_meeting (request, &self->meetings[0]);
      else
        answer_badly (request, self->broken_mood);
      return;
    }
  for (guint i = 0; i < self->n_meetings; i++)
    if (strcmp (self->meetings[i].code, code) == 0)
      {
        send_meeting (request, &self->meetings[i]);
        return;
      }
  answer_badly (request, HAS_NONE);
}

static void
answer (Request *request, gpointer data)
{
  Council *self = data;
  guint before;

  g_mutex_lock (&self->lock);
  before = self->paths->len;
  g_ptr_array_add (self->paths, g_strdup (request->path));
  g_mutex_unlock (&self->lock);
  if (self->hang_at > 0 && before + 1 == self->hang_at)
    {
      if (self->cancel_at_hang != NULL)
        g_cancellable_cancel (self->cancel_at_hang);
      request_wait (request, 20000);
    }
  else if (before >= self->well_for && self->mood != WELL)
    answer_badly (request, self->mood);
  else if (g_str_has_prefix (request->path, "/old/"))
    {
      g_autofree char *headers = g_strdup_printf ("Location: %s\r\n", request->path + strlen ("/old"));

      request_answer (request, "301 Moved Permanently", headers, "");
    }
  else if (strstr (request->path, "/mgWebService.asmx/GetCommittees") != NULL)
    answer_committees (request);
  else if (strstr (request->path, "/mgWebService.asmx/GetMeetings?") != NULL)
    answer_meetings (self, request);
  else if (strstr (request->path, "/mgWebService.asmx/GetMeeting?") != NULL)
    answer_meeting (self, request);
  else
    answer_badly (request, HAS_NONE);
}

void
council_start (Council *self)
{
  g_mutex_init (&self->lock);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->server = server_new (answer, self);
}

void
council_stop (Council *self)
{
  server_free (self->server);
  for (guint i = 0; i < self->n_meetings; i++)
    g_free (self->meetings[i].day);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->paths);
  g_mutex_clear (&self->lock);
}

char *
council_address (Council *self, const char *path)
{
  return server_address (self->server, path);
}

void
council_add (Council *self, const char *code, const char *committee, const char *iso, const char *status,
             const char *minutes)
{
  char *day = g_strdup_printf ("%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);

  g_assert_cmpuint (self->n_meetings, <, G_N_ELEMENTS (self->meetings));
  self->meetings[self->n_meetings++] = (Meeting){ code, committee, day, status, minutes };
}

/* Forgets what was asked; returns how many meetings were. */
guint
council_forget (Council *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->asked->len;
  g_ptr_array_set_size (self->asked, 0);
  g_ptr_array_set_size (self->paths, 0);
  g_mutex_unlock (&self->lock);
  return n;
}

gboolean
council_was_asked (Council *self, const char *path_part)
{
  gboolean found = FALSE;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->paths->len; i++)
    found = found || strstr (self->paths->pdata[i], path_part) != NULL;
  g_mutex_unlock (&self->lock);
  return found;
}
