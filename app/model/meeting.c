/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordMeeting, accord_meeting)

static const AccordChoice statuses[] = {
  { "provisional", N_ ("Provisional") },
  { "confirmed", N_ ("Confirmed") },
  { "moved", N_ ("Moved to another day") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Meeting"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "body", REFERENCE, N_ ("Board or committee"), LISTED, .target = "body" },
  { "date", DATE, N_ ("Date"), LISTED | INDEXED },
  { "time", TEXT, N_ ("Time") },
  { "venue", TEXT, N_ ("Venue"), SEARCHED | LISTED },
  { "type", TEXT, N_ ("Type of meeting"), .hint = N_ ("Such as “Extraordinary”") },
  { "contact", TEXT, N_ ("Contact"), FACT },
  { "page-kind", TEXT, N_ ("Kind of page"), FACT, .hint = N_ ("Such as “Agenda and draft minutes”") },
  { "status", CHOICE, N_ ("Status"), LISTED, .choices = statuses },
  { "next-meeting", DATE, N_ ("Next meeting on") },
  { "next-meeting-words", TEXT, N_ ("Next meeting as stated") },
  { "attendance", LONG_TEXT, N_ ("Attendance"), SEARCHED, .hint = N_ ("As the source has it, one a line") },
  { "incomplete", BOOLEAN, N_ ("Page cut short"), .hint = N_ ("The page that was read is not all there is") },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
  { "meeting-code", CODE, N_ ("Meeting number on the council’s site"), FACT },
};

static gboolean
accord_meeting_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "date", "next-meeting", error);
}

static void
accord_meeting_class_init (AccordMeetingClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_meeting_validate;
  accord_record_class_describe (record_class, "meeting", N_ ("Meeting"), N_ ("Meetings"),
                                N_ ("Add a meeting"), fields, G_N_ELEMENTS (fields));
}
