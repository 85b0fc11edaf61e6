/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workstream.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordWorkstream, accord_workstream)

static const AccordChoice types[] = {
  { "workstream", N_ ("Workstream") },
  { "priority-area", N_ ("Priority area") },
  { "neighbourhood", N_ ("Neighbourhood") },
  { "enabler", N_ ("Enabler") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "programme", REFERENCE, N_ ("Programme"), REQUIRED | LISTED, .target = "programme" },
  { "type", CHOICE, N_ ("Type"), REQUIRED | LISTED, .choices = types, .initial = "workstream" },
  { "position", COUNT, N_ ("Position"), .hint = N_ ("Its place in the programme's own order") },
  { "lead", TEXT, N_ ("Lead"), SEARCHED | LISTED },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED },
};

static void
accord_workstream_class_init (AccordWorkstreamClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "workstream", N_ ("Workstream"),
                                N_ ("Workstreams and priority areas"), N_ ("Add a workstream"), fields,
                                G_N_ELEMENTS (fields));
}
