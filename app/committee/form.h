/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

AccordPageForm accord_form_find (const char *text, gsize length, const char *content_type,
                                 const char *address);

G_END_DECLS
