/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tornado.h"
#include "uncertainty.h"

G_BEGIN_DECLS

char *accord_input_words_dup_name (const AccordCba *cba, const AccordCbaInput *input);
char *accord_input_words_dup_value (const AccordCbaInput *input, double value);
AccordChart *accord_tornado_words_new_chart (const AccordCba *cba, double npsv, GArray *swings);

G_END_DECLS
