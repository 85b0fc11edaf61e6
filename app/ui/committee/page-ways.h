/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PAGE_WAYS (accord_page_ways_get_type ())
G_DECLARE_FINAL_TYPE (AccordPageWays, accord_page_ways, ACCORD, PAGE_WAYS, AdwWindow)

GtkWidget *accord_page_ways_new (void);

G_END_DECLS
