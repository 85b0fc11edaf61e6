/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gain.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordGain, accord_gain)

static const AccordField fields[] = {
  { "outcome", REFERENCE, N_ ("Outcome"), REQUIRED | TITLE | LISTED | LOOKED_UP, .target = "outcome" },
  { "organisation", REFERENCE, N_ ("Who gains"), REQUIRED | LISTED, .target = "organisation" },
  { "share", DECIMAL, N_ ("Share"), REQUIRED | LISTED,
    .hint = N_ ("0.5 for half; those of an outcome add to 1") },
};

static void
accord_gain_class_init (AccordGainClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "gain", N_ ("Share of an outcome"),
                                N_ ("Shares of outcomes"), N_ ("Add a share"), fields, G_N_ELEMENTS (fields));
}
