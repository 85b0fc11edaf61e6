/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetched.h"

G_BEGIN_DECLS

gboolean accord_site_answer_is_data (const AccordFetched *fetched, GError **error);
gboolean accord_site_answer_is_page (const AccordFetched *fetched, GError **error);
void accord_site_say_off (const char *root, GError *failure, GError **error);

G_END_DECLS
