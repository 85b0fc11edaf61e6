/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "resolution.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordResolution, accord_resolution)

static const AccordChoice types[] = {
  { "resolution", N_ ("Resolution") },
  { "agreement", N_ ("Agreement") },
  { "recommendation", N_ ("Recommendation") },
  { "noted", N_ ("Noted") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "text", TEXT, N_ ("Text"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "number", TEXT, N_ ("Number"), LISTED, .hint = N_ ("As in the minutes, such as (1)") },
  { "type", CHOICE, N_ ("Type"), REQUIRED | LISTED, .choices = types, .initial = "resolution",
    .hint = N_ ("A recommendation is what a meeting was asked to do, not what it did") },
  { "meeting", REFERENCE, N_ ("Meeting"), LISTED | LOOKED_UP, .target = "meeting" },
  { "item", REFERENCE, N_ ("Agenda item"), LISTED, .target = "item" },
  { "decision", REFERENCE, N_ ("Decision"), LOOKED_UP, .target = "decision" },
  { "incomplete", BOOLEAN, N_ ("Text cut short"), LISTED },
};

static void
accord_resolution_class_init (AccordResolutionClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "resolution", N_ ("Resolution"),
                                N_ ("Resolutions"), N_ ("Add a resolution"), fields, G_N_ELEMENTS (fields));
}
