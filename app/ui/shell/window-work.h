/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

void accord_window_check (AccordWindow *self);
void accord_window_backup (AccordWindow *self);
void accord_window_export (AccordWindow *self, gboolean spreadsheet);
void accord_window_print (AccordWindow *self, gboolean list, gboolean pdf);
void accord_window_import (AccordWindow *self, gboolean figures);
void accord_window_import_files (AccordWindow *self, GPtrArray *files);
void accord_window_import_page (AccordWindow *self);
void accord_window_refresh_committees (AccordWindow *self);
void accord_window_take_files (AccordWindow *self, GPtrArray *files);

G_END_DECLS
