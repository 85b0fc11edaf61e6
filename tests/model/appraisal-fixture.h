/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "fixture.h"

/* A case with the regression figures of the method in it: two organisations, one cost, one outcome. */
typedef struct
{
  gint64 business_case;
  gint64 appraisal;
  gint64 option;
  gint64 cost;
  gint64 outcome;
  gint64 council;
  gint64 trust;
} Appraised;

AccordRecord *appraised_make (Fixture *fixture, const char *kind, const char *fields);
gint64 appraised_add (Fixture *fixture, const char *kind, const char *fields, const char *reference,
                      gint64 target);
void appraised_set (Fixture *fixture, const char *kind, gint64 id, const char *field, const char *value);
void appraised_begin (Fixture *fixture, Appraised *made);
AccordAppraisalFile *appraised_read (Fixture *fixture, gint64 business_case);
GPtrArray *appraised_read_all (Fixture *fixture);
