# %%
import verkostotyokalut as vt

vt.Desk()
