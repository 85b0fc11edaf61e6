/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meeting-text.h"

G_BEGIN_DECLS

AccordText *accord_text_new (const char *kind, gint64 id);
void accord_text_add_section (AccordText *self, const char *label, const char *words, gboolean cut);
void accord_text_join (AccordText *self, GPtrArray *tied, GPtrArray *others);
void accord_text_crop (AccordText *self, guint n_sentences);

G_END_DECLS
