/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "call-in.h"
#include "meeting-context.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordDecisionData:
 * @facts: what its council's rules are asked about
 * @body: (nullable): the board that decided, with its organisation
 * @options: (element-type AccordRecord): what was weighed under the same item
 * @context: the sentence that it was made from
 *
 * What the page of a decision shows beyond its fields.
 */
typedef struct
{
  AccordCallInFacts *facts;
  char *body;
  GPtrArray *options;
  AccordPassageContext *context;
} AccordDecisionData;

void accord_decision_data_free (AccordDecisionData *self);

GtkWidget *accord_decision_cards_new (AccordWorkspace *workspace);
void accord_decision_cards_show (GtkWidget *cards, AccordRecord *record, const AccordDecisionData *data,
                                 const char *today);

G_END_DECLS
