/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "review/send-facts.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SEND_PARTIES (accord_send_parties_get_type ())
G_DECLARE_FINAL_TYPE (AccordSendParties, accord_send_parties, ACCORD, SEND_PARTIES, GtkWidget)

GtkWidget *accord_send_parties_new (AccordWorkspace *workspace);
void accord_send_parties_add (AccordSendParties *self, const AccordSendParty *party, gboolean chosen);
GArray *accord_send_parties_dup_chosen (AccordSendParties *self);
char *accord_send_parties_dup_without_key (AccordSendParties *self, guint *n);
char *accord_send_parties_dup_names (AccordSendParties *self);
void accord_send_parties_focus (AccordSendParties *self);

G_END_DECLS
