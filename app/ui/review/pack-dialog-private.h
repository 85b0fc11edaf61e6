/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "review/pack-dialog.h"
#include "review/pack-open.h"

G_BEGIN_DECLS

struct _AccordPackDialog
{
  AccordSheetWindow parent_instance;

  GtkWidget *passphrase;
  GtkWidget *wrong;
  GtkWidget *compared;
  GtkWidget *bring;
  GPtrArray *choices;

  AccordWorkspace *workspace;
  AccordSchema *schema;
  GFile *file;
  AccordKeyPair *own;
  AccordPackOpened *opened;
};

/* pack-dialog-build.c: what it shows */
void accord_pack_dialog_ask_passphrase (AccordPackDialog *self, const char *wrong);
void accord_pack_dialog_show (AccordPackDialog *self);
const AccordPackParty *accord_pack_dialog_get_chosen (AccordPackDialog *self);

/* pack-dialog.c: what it does */
void accord_pack_dialog_unlock (AccordPackDialog *self);
void accord_pack_dialog_trust (AccordPackDialog *self);
void accord_pack_dialog_bring (AccordPackDialog *self);

G_END_DECLS
