/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-choice.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void accord_portfolio_work_async (AccordPortfolioChoice *choice, GCancellable *enough,
                                  GAsyncReadyCallback callback, gpointer user_data);
AccordPortfolioChoice *accord_portfolio_work_finish (GAsyncResult *result);

G_END_DECLS
