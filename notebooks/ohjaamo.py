# %%
import verkostotyokalut as vt

session = vt.open_session("ydinelementit")
vt.Console(session)
