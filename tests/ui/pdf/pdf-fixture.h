/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first line of page @page, from 1, is "Page N: neighbourhood teams"; beneath it are lines of words. */
GBytes *pdf_fixture_new (guint n_pages);
GBytes *pdf_fixture_new_by_hand (const char *media, const char *more, const char *content);
GBytes *pdf_fixture_new_locked (const char *password);

G_END_DECLS
