/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_JOURNAL_PAGE (accord_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordJournalPage, accord_journal_page, ACCORD, JOURNAL_PAGE, GtkWidget)

GtkWidget *accord_journal_page_new (AccordWorkspace *workspace);

G_END_DECLS
