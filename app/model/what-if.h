/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uncertainty.h"

G_BEGIN_DECLS

/**
 * AccordWhatIfNet:
 * @uid: of the organisation
 * @before: its net position in pence as the case has it
 * @after: the same with the changes
 */
typedef struct
{
  char *uid;
  gint64 before;
  gint64 after;
} AccordWhatIfNet;

/**
 * AccordWhatIf:
 * @changes: what is assumed otherwise, as a scenario has it, one a line
 * @npsv: in pence, as the case has it and with the changes; %ACCORD_UNKNOWN where that was not kept
 * @bcr: likewise; NaN where there is none
 * @organisations: (element-type AccordWhatIfNet): who gains and who pays, in the analysis's order
 *
 * An appraisal tried with other assumptions: what a comment keeps of it. The case itself is as it was.
 */
typedef struct
{
  char *changes;
  gint64 npsv[2];
  double bcr[2];
  GPtrArray *organisations;
} AccordWhatIf;

AccordWhatIf *accord_what_if_new (const AccordCba *cba, guint option, const char *changes, GError **error);
AccordWhatIf *accord_what_if_parse (const char *json, GError **error);
char *accord_what_if_dup_json (const AccordWhatIf *self);
void accord_what_if_free (AccordWhatIf *self);
GPtrArray *accord_what_if_list_words (const AccordCba *cba, const char *changes);
char *accord_what_if_dup_npsv (const AccordWhatIf *self, gboolean after);
char *accord_what_if_dup_bcr (const AccordWhatIf *self, gboolean after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordWhatIf, accord_what_if_free)

G_END_DECLS
