/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "spend-layout.h"

G_BEGIN_DECLS

char *accord_spend_mapping_dup_setting_key (AccordSpendLayout *layout, const char *paying_body);
char *accord_spend_mapping_dup_body_key (AccordSpendLayout *layout);
char *accord_spend_mapping_to_text (AccordSpendLayout *layout);
gboolean accord_spend_mapping_apply_text (AccordSpendLayout *layout, const char *text, GError **error);
gboolean accord_spend_mapping_apply_words (AccordSpendLayout *layout, const char *words, GError **error);

G_END_DECLS
