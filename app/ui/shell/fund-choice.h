/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "workspace.h"

G_BEGIN_DECLS

void accord_fund_choice_fill (AdwComboRow *row, AccordWorkspace *workspace, GCancellable *cancellable);
gint64 accord_fund_choice_get (AdwComboRow *row);

G_END_DECLS
